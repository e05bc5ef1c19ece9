import type { Queue, QueueItem } from '../../../moderation/audits/read-queue.ts';
import type { Tally } from '../../../moderation/audits/read-tally.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import type { Risk } from '../../../moderation/audits/signals.ts';
import type { Formats } from '../../format.ts';
import { nothingToAudit, type EmptyState } from '../../look/empty.ts';
import { praise, progressOf, type ProgressLine } from './progress.ts';
import { reasonWords, riskWords } from './queue-words.ts';
import type { Toast } from './toast.ts';

/** How many audits are listed, and how far one can skip before the list begins again. */
export const QUEUE_LENGTH = 100;

export type QueuePage = {
  title: string;
  toast: Toast | undefined;
  head: ProgressLine;
  items: readonly QueueLine[];
  /** Where the first is claimed and opened. */
  start: string | undefined;
  /** Said where more wait than are listed. */
  more: string | undefined;
  empty: EmptyState;
};

export type QueueLine = {
  href: string;
  title: string;
  reason: string;
  risk: Risk;
  riskWords: string;
  topic: string;
  opened: Date;
  current: boolean;
};

type Needs = { queue: Queue; tally: Tally; toast: Toast | undefined; formats: Formats };

export function queuePage({ queue, tally, toast, formats }: Needs): QueuePage {
  const { items, count } = queue;
  const first = items.find(({ holder }) => holder === null);
  return {
    title: 'Audit queue',
    toast,
    head: { progress: progressOf(tally, count, formats) },
    items: items.map((item) => queueLine(item)),
    start: first && `${auditHref(first.id)}/claim`,
    more:
      items.length === QUEUE_LENGTH
        ? `The first ${formats.count(QUEUE_LENGTH)} are listed. The others move up as you decide.`
        : undefined,
    empty: { ...nothingToAudit, text: praise(tally, formats) },
  };
}

export const auditHref = (id: AuditId) => `/staff/audits/${String(id)}`;

/** One line of the queue, wherever it is listed. */
export function queueLine(item: QueueItem, current?: AuditId): QueueLine {
  return {
    href: auditHref(item.id),
    ...{ title: item.title, risk: item.risk, topic: item.topic, opened: item.opened_at },
    reason: item.holder === null ? reasonWords(item) : `${item.holder} is reading it`,
    riskWords: riskWords[item.risk],
    current: item.id === current,
  };
}

/** The next audit after this one that nobody reads, from the top again after the last. */
export function nextAfter(items: readonly QueueItem[], id: AuditId): AuditId | undefined {
  const place = items.findIndex((item) => item.id === id);
  const round = [...items.slice(place + 1), ...items.slice(0, Math.max(0, place))];
  return round.find((item) => item.holder === null && item.id !== id)?.id;
}

/** The audit before this one, if it is not the first. */
export function previousTo(items: readonly QueueItem[], id: AuditId): AuditId | undefined {
  return items[items.findIndex((item) => item.id === id) - 1]?.id;
}
