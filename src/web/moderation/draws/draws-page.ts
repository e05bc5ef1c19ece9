import { hashOf } from '../../../moderation/audits/draw-audit.ts';
import type { Draw } from '../../../moderation/audits/read-draws.ts';
import type { AuditDrawRow } from '../../../moderation/rows.ts';
import type { Page } from '../../../forum/question-list.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Tabs } from '../../forum/tabs.ts';
import type { Pager } from '../../look/notes.ts';
import { auditHref } from '../audits/audit-href.ts';
import { reasonWords } from '../queue/reasons.ts';

type Because = AuditDrawRow['because'];

/** Why each paid answer was checked, or was not. */
export type DrawsPage = {
  title: string;
  tabs: Tabs;
  draws: readonly DrawLine[];
  file: string;
  pager: Pager;
};

export type DrawLine = {
  href: string;
  title: string;
  author: string;
  at: Date;
  drawn: string;
  why: string;
};

/** One draw, and how anybody can repeat it. */
export type DrawPage = DrawLine & {
  audit: string | undefined;
  facts: readonly { name: string; value: string }[];
  hash: string;
  command: string;
};

const PATH = '/staff/draws';

export function drawsPage(
  page: Page<Draw>,
  {
    because,
    after,
    month,
  }: { because?: Because | undefined; after?: string | undefined; month: string },
): DrawsPage {
  const href = (cursor?: string) => withQuery(PATH, { because, after: cursor });
  return {
    title: 'Draws',
    tabs: {
      label: 'Which draws',
      links: [undefined, ...CAUSES].map((cause) => ({
        href: withQuery(PATH, { because: cause }),
        label: cause === undefined ? 'All' : TABS[cause],
        current: cause === because,
      })),
    },
    draws: page.rows.map(drawLine),
    file: `${PATH}/${month}.csv`,
    pager: {
      label: 'More draws',
      newer: after === undefined ? undefined : href(),
      older: page.next === null ? undefined : href(page.next),
    },
  };
}

export function drawPage(draw: Draw): DrawPage {
  const { id, seed, number, share, audit_id } = draw;
  return {
    ...drawLine(draw),
    audit: audit_id === null ? undefined : auditHref(audit_id),
    facts: [
      { name: 'Acceptance', value: String(id) },
      { name: 'Seed', value: seed },
      { name: 'Number', value: String(number) },
      { name: 'Share at the author’s level', value: `${String(share)} in 100` },
    ],
    hash: hashOf(seed, id),
    command: `echo $((0x$(printf '%s' '${seed.replaceAll("'", "'\\''")}:${String(id)}' | sha256sum | cut -c1-8) % 100))`,
  };
}

export const CAUSES = ['first-five', 'always', 'sample', 'not-drawn'] as const;

const TABS: Record<Because, string> = {
  'first-five': 'First five',
  always: 'Every one at the level',
  sample: 'Sample',
  'not-drawn': 'Not drawn',
};

function drawLine(draw: Draw): DrawLine {
  const { id, title, author, drawn_at: at, drawn, flag_score, flag_reasons } = draw;
  const flagged =
    flag_score === null
      ? ''
      : ` It looked suspicious as well (${String(flag_score)} of 100${flag_reasons.length > 0 ? `: ${flag_reasons.map(reasonWords).join(', ')}` : ''}), so it is checked in any case.`;
  return {
    ...{ href: `${PATH}/${String(id)}`, title, author, at },
    drawn: drawn || flag_score !== null ? 'Checked' : 'Not checked',
    why: `${whyOf(draw)}${flagged}`,
  };
}

function whyOf({ because, number, share }: Draw): string {
  const drawn = `The number ${String(number)} of 0 to 99`;
  if (because === 'first-five') return 'One of the author’s first five paid answers.';
  if (because === 'always') return 'Every paid answer at the author’s level is checked.';
  if (because === 'sample') return `${drawn} is below the share of ${String(share)}.`;
  return `${drawn} is not below the share of ${String(share)}. It is paid after the quiet days.`;
}
