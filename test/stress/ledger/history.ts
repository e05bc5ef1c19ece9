import type { LedgerTransferId } from '#src/ledger/rows.ts';
import type { Order } from '#src/ledger/transfers.ts';

/**
 * What the workers asked for and what they were told. `unknown` is an order whose answer was lost
 * with the server: it may have been carried out, whole, or not at all.
 */
export type Told = 'acknowledged' | 'unknown' | 'refused';

export type Remembered = {
  order: Order;
  told: Told;
  id: LedgerTransferId | undefined;
  /** The id of the transfer that this one mirrors. */
  reverses: LedgerTransferId | undefined;
};

/** Everything that was ever tried, by key, and what must never happen but did. */
export type History = {
  byKey: Map<string, Remembered>;
  /** The keys of those that wait to be settled, the newest last. */
  waiting: Remembered[];
  /** The keys of those that may be reversed. */
  settled: Remembered[];
  /** Keys posted in a transaction that was then rolled back. */
  regretted: Set<string>;
  violations: string[];
  counts: Record<string, number>;
};

export const aHistory = (): History => ({
  byKey: new Map(),
  waiting: [],
  settled: [],
  regretted: new Set(),
  violations: [],
  counts: {},
});

export function count(history: History, what: string): void {
  history.counts[what] = (history.counts[what] ?? 0) + 1;
}

/** Takes down an answer; an acknowledgement is never forgotten for a later loss. */
export function remember(history: History, told: Remembered): void {
  const before = history.byKey.get(told.order.key);
  if (before?.told === 'acknowledged') {
    if (told.told === 'acknowledged' && told.id !== before.id) {
      history.violations.push(`${told.order.key} was answered with two ids`);
    }
    return;
  }
  if (before?.told === 'unknown' && told.told === 'refused') return;
  history.byKey.set(told.order.key, told);
  if (told.told !== 'acknowledged') return;
  if (/:(pending|in-transit)$/.test(told.order.credit)) history.waiting.push(told);
  else if (told.order.event !== 'reversal') history.settled.push(told);
}
