import type { QueueItem } from '../../../moderation/queue/read-queue.ts';
import type { Subject } from '../../../moderation/queue/items.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import { KINDS, type QueueKind } from './kinds.ts';
import { reasonWords } from './reasons.ts';
import { type Sla, slaOf } from './sla.ts';

/** One line of the queue, wherever it is listed. */
export type QueueLine = {
  /** What ticks it. */
  id: string;
  href: string;
  title: string;
  reason: string;
  /** The shape. */
  risk: 'low' | 'mid' | 'high';
  riskWords: string;
  sla: Sla;
  current: boolean;
};

/** How lines are drawn for one moderator: of which kind only, and without whose names. */
export type LineStyle = {
  at: Date;
  formats: Formats;
  kind: QueueKind | undefined;
  /** Whether the names of those it is about are hidden. */
  blind: boolean;
};

export function queueLine(item: QueueItem, style: LineStyle, current?: Subject): QueueLine {
  return {
    id: `${item.kind}:${String(item.subject_id)}`,
    href: itemHref(item, style.kind),
    title: item.title ?? KINDS[item.kind].one,
    reason: reasonOf(item, style),
    risk: shapeOf(item.risk),
    riskWords: RISK_WORDS[item.risk] ?? '',
    sla: slaOf(item, style),
    current: item.kind === current?.kind && item.subject_id === current.subject_id,
  };
}

/** Where an item is decided; with `kind`, in a round of that kind alone. */
export const itemHref = ({ kind, subject_id }: Subject, only: QueueKind | undefined) =>
  withQuery(KINDS[kind].href(subject_id), { kind: only });

function reasonOf(item: QueueItem, { blind }: LineStyle): string {
  const { kind, member, title, reasons } = item;
  const lead = title !== null && kind !== 'audit' ? [KINDS[kind].one] : [];
  const whose = member === null || blind ? [] : [member];
  return [...lead, ...whose, ...reasons.map(reasonWords)].join(' · ');
}

const shapeOf = (risk: number): QueueLine['risk'] => {
  if (risk >= 4) return 'high';
  return risk >= 2 ? 'mid' : 'low';
};

/** For whoever does not see the shapes. */
const RISK_WORDS: Readonly<Record<number, string>> = {
  5: 'Harm while it waits',
  4: 'High risk',
  3: 'Considerable risk',
  2: 'Some risk',
  1: 'Low risk',
};
