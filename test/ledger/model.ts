import type { LedgerTransferId } from '#src/ledger/rows.ts';
import type { Order, Transfer } from '#src/ledger/transfers.ts';

/** What the ledger may say to an order: that it is done, or why it is not. */
export type Answer = { done: true } | { done: false; codes: string[] };

export const FLOOR = 'ledger_balances_never_below_zero';
export const SETTLED = 'ledger_transfers_settle_once';
export const REVERSED = 'ledger_transfers_reverse_once';

/** A transfer as the model remembers it; `reverses` where it undoes another. */
export type Known = Order & { id: LedgerTransferId; pending: boolean; reverses?: LedgerTransferId };

/** The ledger in forty lines: what each account holds, and what was done under each key. */
export type Model = {
  known: Known[];
  /** Credits less debits, of members' accounts and the operator's alike. */
  balanceOf: (code: string) => bigint;
  /** What the ledger has to answer. Several reasons may speak against an order at once. */
  expect: (order: Order, reverses?: Known) => Answer;
  /** Carries out what the ledger has done. */
  note: (order: Order, id: LedgerTransferId, reverses?: Known) => void;
};

export function aModel(): Model {
  const known: Known[] = [];
  const balances = new Map<string, bigint>();
  const balanceOf = (code: string) => balances.get(code) ?? 0n;
  const add = (code: string, amount: bigint) => balances.set(code, balanceOf(code) + amount);

  const reasonsAgainst = (order: Order, reverses?: Known): string[] => {
    const settled = known.find(({ id }) => id === order.settles);
    const waits = waitsFor(order, reverses);
    return [
      ...(order.settles !== undefined && !fits(settled, order) ? ['GL005'] : []),
      ...(reverses?.pending === true ? ['GL006'] : []),
      ...(isWaiting(order.debit) === (order.settles === undefined) ? ['GL005'] : []),
      ...(isWaiting(order.credit) === waits ? [] : ['GL005']),
      ...(isGuarded(order.debit) && balanceOf(order.debit) < order.amount ? [FLOOR] : []),
      ...(settled && known.some(({ settles }) => settles === settled.id) ? [SETTLED] : []),
      ...(reverses && known.some((one) => one.reverses === reverses.id) ? [REVERSED] : []),
    ];
  };

  return {
    known,
    balanceOf,
    expect(order, reverses) {
      const earlier = known.find(({ key }) => key === order.key);
      if (earlier) return isSame(earlier, order) ? DONE : { done: false, codes: ['GL001'] };
      const codes = reasonsAgainst(order, reverses);
      return codes.length === 0 ? DONE : { done: false, codes };
    },
    note(order, id, reverses) {
      if (known.some(({ key }) => key === order.key)) return;
      add(order.debit, -order.amount);
      add(order.credit, order.amount);
      const undoing = reverses ? { reverses: reverses.id } : {};
      known.push({ ...order, ...undoing, id, pending: waitsFor(order, reverses) });
    },
  };
}

const DONE: Answer = { done: true };

/** The order by which a transfer is undone, as `reverse` writes it. */
export const mirrorOf = ({ debit, credit, amount, ref }: Known, key: string): Order => ({
  ...{ key, event: 'reversal', debit: credit, credit: debit, amount, ref },
});

/** The same transfer as the ledger's own functions want to see it. */
export const asTransfer = ({ amount, ...order }: Known) =>
  ({ ...order, amount_minor: amount }) as unknown as Transfer;

const waitsFor = ({ event }: Order, reverses?: Known) =>
  reverses ? reverses.settles !== undefined : ['reward.hold', 'payout.reserve'].includes(event);

const fits = (settled: Known | undefined, { debit, amount }: Order) =>
  settled?.pending === true && settled.credit === debit && settled.amount === amount;

const isSame = (a: Order, b: Order) =>
  a.debit === b.debit &&
  a.credit === b.credit &&
  a.amount === b.amount &&
  a.event === b.event &&
  a.settles === b.settles;

const isWaiting = (code: string) => /:(pending|in-transit)$/.test(code);
const isGuarded = (code: string) => code.startsWith('member:');
