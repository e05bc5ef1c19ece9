import type { Order } from '#src/ledger/transfers.ts';
import type { History, Remembered } from './history.ts';

/** What one worker tries next. */
export type Deed =
  | { kind: 'post'; order: Order }
  /** Posted, and committed only a while later. */
  | { kind: 'dawdle'; order: Order }
  | { kind: 'reverse'; order: Order; of: Remembered }
  /** The same key with another amount: it must be refused. */
  | { kind: 'conflict'; order: Order }
  /** Posted, and then the transaction is rolled back. */
  | { kind: 'regret'; order: Order };

/** Few people, so that everybody is in everybody's way. */
const PEOPLE = 12;

/** What is tried comes from the latest of what waits, so that workers race for the same. */
const LATEST = 24;

const someone = () => `member:${String(1 + Math.floor(Math.random() * PEOPLE))}`;
const someAmount = () => BigInt(1 + Math.floor(Math.random() * 100));
const oneOf = <T>(things: readonly T[]): T | undefined =>
  things[Math.floor(Math.random() * things.length)];

/** Something that may happen next; what cannot be, for want of anything to act on, is a hold. */
export function nextDeed(history: History, key: string): Deed {
  const dice = Math.random();
  const waiting = oneOf(history.waiting.slice(-LATEST));
  const settled = oneOf(history.settled.slice(-LATEST));
  const known = oneOf([...history.byKey.values()].slice(-4 * LATEST));
  if (dice < 0.3 && waiting) return { kind: 'post', order: settling(waiting) };
  if (dice < 0.38 && known && known.order.event !== 'reversal') {
    return { kind: 'post', order: known.order };
  }
  if (dice < 0.44 && known?.told === 'acknowledged' && known.order.event !== 'reversal') {
    return { kind: 'conflict', order: { ...known.order, amount: known.order.amount + 1n } };
  }
  if (dice < 0.5 && settled) return reversal(settled);
  if (dice < 0.6) return { kind: 'post', order: spending(key) };
  if (dice < 0.65) return { kind: 'regret', order: hold(`regret.${key}`) };
  if (dice < 0.66) return { kind: 'dawdle', order: hold(`dawdle.${key}`) };
  return { kind: 'post', order: hold(key) };
}

function hold(key: string): Order {
  const made = { key: `hold.${key}`, ref: 'test:1', amount: someAmount() };
  return {
    ...made,
    event: 'reward.hold',
    debit: 'expense:rewards',
    credit: `${someone()}:pending`,
  };
}

/** Takes from a balance: back to where it came from, or on its way out. */
function spending(key: string): Order {
  const member = someone();
  const made = { debit: `${member}:available`, ref: 'test:1', amount: someAmount() };
  return Math.random() < 0.5
    ? { ...made, key: `clawback.${key}`, event: 'reward.clawback', credit: 'expense:rewards' }
    : { ...made, key: `reserve.${key}`, event: 'payout.reserve', credit: `${member}:in-transit` };
}

/** Ends what waits one way or the other: two workers with the same choose differently. */
function settling({ order, id }: Remembered): Order {
  const member = /^member:\d+/.exec(order.credit)?.[0] ?? 'member:1';
  const good = Math.random() < 0.5;
  const isHold = order.credit.endsWith(':pending');
  const [event, credit] = isHold
    ? good
      ? (['reward.release', `${member}:available`] as const)
      : (['reward.void', 'expense:rewards'] as const)
    : good
      ? (['payout.confirm', 'clearing:billing'] as const)
      : (['payout.fail', `${member}:available`] as const);
  return {
    ...{ key: `${order.key}.${event}`, event, debit: order.credit, credit },
    ...{ amount: order.amount, ref: order.ref },
    ...(id !== undefined && { settles: id }),
  };
}

function reversal(of: Remembered): Deed {
  const { key, debit, credit, amount, ref } = of.order;
  const order = { key: `${key}.undone`, debit: credit, credit: debit, amount, ref };
  return { kind: 'reverse', order: { ...order, event: 'reversal' }, of };
}
