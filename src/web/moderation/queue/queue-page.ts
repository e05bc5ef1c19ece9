import type { Place } from '../../../moderation/queue/waiting-sql.ts';
import type { QueueItem } from '../../../moderation/queue/read-queue.ts';
import { BULK_MOST, type BulkCode } from '../../../moderation/bulk/acts.ts';
import type { BulkActionRow } from '../../../moderation/rows.ts';
import type { Tally } from '../../../moderation/audits/read-tally.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { nothingToAudit, type EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import { praise, progressOf, type ProgressLine } from '../audits/progress.ts';
import { BULK_CODES } from '../bulk/bulk-forms.ts';
import { actLabel } from '../bulk/bulk-words.ts';
import { KINDS, type QueueKind } from './kinds.ts';
import { type LineStyle, queueLine, type QueueLine } from './queue-line.ts';
import { pageText, type QueueCursor } from './queue-cursor.ts';
import { queueHref } from './round.ts';

/** How many items are listed on a page. */
export const PAGE = 50;

export type QueuePage = {
  title: string;
  tabs: Tabs;
  head: ProgressLine;
  items: readonly QueueLine[];
  /** Where the first is claimed and opened. */
  start: string | undefined;
  bulk: BulkChoice;
  /** What colleagues have asked of the viewer. */
  asked: readonly QueueLine[];
  /** What colleagues read just now. */
  taken: readonly (QueueLine & { holder: string })[];
  /** What the viewer did to several at once and may still undo. */
  batches: readonly BatchLine[];
  empty: EmptyState;
  pager: Pager;
};

export type BatchLine = { href: string; label: string; made: Date };

/** A stretch of the queue that stands apart. */
export type QueueSection = { id: string; title: string; lines: readonly QueueLine[] };

/** What can be done with several at once. */
export type BulkChoice = {
  kind: QueueKind | undefined;
  acts: readonly { value: string; label: string }[];
  most: number;
};

type Needs = LineStyle & {
  /** One more than is listed, where there is one. */
  items: readonly QueueItem[];
  asked: readonly QueueItem[];
  taken: readonly QueueItem[];
  batches: readonly BulkActionRow[];
  /** As far as it is counted. */
  waiting: number;
  tally: Tally;
  pace: number | undefined;
  cursor: QueueCursor | undefined;
};

export function queuePage(needs: Needs): QueuePage {
  const { items, taken, tally, formats, kind, cursor } = needs;
  const listed = items.slice(0, PAGE);
  const [first] = cursor ? [] : [...needs.asked, ...listed];
  return {
    ...{ title: 'Queue', tabs: tabsOf(kind) },
    head: { progress: progressOf(needs, formats) },
    items: listed.map((item) => queueLine(item, needs)),
    start: first && withQuery(claimHref(first), { kind }),
    bulk: {
      ...{ kind, most: BULK_MOST },
      acts: BULK_CODES.map((value) => ({ value, label: actLabel(value) })),
    },
    asked: needs.asked.map((item) => queueLine(item, needs)),
    taken: taken.map((item) => ({ ...queueLine(item, needs), holder: item.holder ?? '' })),
    batches: needs.batches.map(batchLine),
    empty: { ...nothingToAudit, text: praise(tally, formats) },
    pager: pagerOf(needs, items.length > PAGE ? listed.at(-1) : undefined),
  };
}

const batchLine = ({ id, act, made_at }: BulkActionRow): BatchLine => ({
  href: `/staff/bulk/${String(id)}`,
  label: actLabel(act as BulkCode),
  made: made_at,
});

const claimHref = ({ kind, subject_id }: QueueItem) =>
  `/staff/queue/${kind}/${String(subject_id)}/claim`;

const tabsOf = (current: QueueKind | undefined): Tabs => ({
  label: 'What waits',
  links: [undefined, ...(Object.keys(KINDS) as QueueKind[])].map((kind) => ({
    href: queueHref(kind),
    label: kind === undefined ? 'Everything' : KINDS[kind].many,
    current: kind === current,
  })),
});

function pagerOf({ kind, at, cursor }: Needs, last: Place | undefined): Pager {
  const after = last && pageText({ at: cursor?.at ?? at, place: last });
  return {
    label: 'More of the queue',
    newer: cursor && queueHref(kind),
    older: after && withQuery('/staff/audits', { kind, after }),
    words: { newer: 'Back to the first', older: 'More' },
  };
}
