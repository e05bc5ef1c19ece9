import type { findAppeal } from '../../../moderation/appeals/read-appeals.ts';
import type { History } from '../../../moderation/appeals/read-history.ts';
import type { Formats } from '../../format.ts';
import { failReasons } from '../audits/fail-reasons.ts';
import { REWARD_STATES } from '../member-file/file-words.ts';
import { actWords } from '../record/log-words.ts';
import type { CaseLine, Section } from '../case-page.ts';
import { GROUNDS } from '../reports/report-words.ts';
import { KIND_NAMES } from '../sanctions/sanction-words.ts';
import { chipOf, groundOf, MATTERS } from './appeal-words.ts';
import type { Matter } from './matter.ts';

type One = NonNullable<Awaited<ReturnType<typeof findAppeal>>>;
type Around = { history: History; matter: Matter; formats: Pick<Formats, 'money'> };

/** All that went before an appeal, a section for each kind of it; empty ones are left out. */
export function historySections(one: One, { history, matter, formats }: Around): Section[] {
  const sections: Section[] = [
    { id: 'decision', title: 'The decision', lines: [decisionLine(one)] },
    { id: 'earlier', title: 'Earlier appeals', lines: one.earlier.map(earlierLine) },
    { id: 'versions', title: 'Versions of the text', lines: matter.versions.map(versionLine) },
    { id: 'verdicts', title: 'Checks', lines: history.verdicts.map(verdictLine) },
    {
      ...{ id: 'rewards', title: 'Rewards' },
      lines: matter.rewards.map(({ state, amount_minor, currency, made_at }) => ({
        ...{
          at: made_at,
          lead: formats.money(amount_minor, currency),
          text: `Now ${REWARD_STATES[state]}.`,
        },
      })),
    },
    { id: 'reports', title: 'Reports', lines: history.reports.map(reportLine) },
    {
      ...{ id: 'sanctions', title: 'Sanctions' },
      lines: matter.sanctions.map(({ kind, label, note, imposed_at }) => ({
        ...{ at: imposed_at, lead: `${KIND_NAMES[kind]}: ${label}`, text: note || undefined },
      })),
    },
    { id: 'log', title: 'Our log', lines: history.acts.map(actLine) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

const decisionLine = ({ against }: One): CaseLine => ({
  at: against.decided_at,
  lead: `${MATTERS[against.kind]} by ${against.decider}: ${groundOf(against.kind, against.ground)}`,
  text: [against.note, against.stands ? '' : 'It no longer stands.'].filter(Boolean).join(' '),
});

const earlierLine = (appeal: One['earlier'][number]): CaseLine => ({
  at: appeal.made_at,
  lead: `${chipOf(appeal.decision).label}${appeal.decider === null ? '' : `, by ${appeal.decider}`}`,
  text: `${appeal.plea} ${appeal.reason}`,
});

const versionLine = ({ version, author, body, made_at }: Matter['versions'][number]): CaseLine => ({
  ...{ at: made_at, lead: `Version ${String(version)} by ${author.name}`, text: body },
});

const VERDICTS = { pass: 'passed', fix: 'mended and passed', fail: 'failed' } as const;

const verdictLine = (past: History['verdicts'][number]): CaseLine => ({
  at: past.decided_at,
  lead: `${past.moderator} ${VERDICTS[past.verdict]} it${past.undone_at ? ' (undone since)' : ''}`,
  text: [past.reason ? `${failReasons[past.reason]}.` : '', past.note].filter(Boolean).join(' '),
});

const reportLine = ({ ground, note, made_at, reporter }: History['reports'][number]): CaseLine => ({
  ...{
    at: made_at,
    lead: `${reporter}: ${GROUNDS[ground].toLowerCase()}`,
    text: note || undefined,
  },
});

const actLine = ({ act, actor, reason, note, happened_at }: History['acts'][number]): CaseLine => ({
  at: happened_at,
  lead: `${actor ?? 'The system'}: ${actWords(act)}`,
  text: [reason, note].filter(Boolean).join('. ') || undefined,
});
