import { sealTransfers } from '#src/ledger/seal.ts';
import type { LedgerTransferId } from '#src/ledger/rows.ts';
import type { Domain } from '#test/support/domain.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { aClawback, aHold, aRelease, postAs, reverseAs, someone, transferOf } from './orders.ts';

/** What somebody with every right on the server could do, and what it looks like before they undo it. */
export async function withTampering<T>(
  { owner }: Domain,
  statements: string[],
  look: (trx: Domain['db']) => Promise<T>,
): Promise<T> {
  const trx = await owner.transaction();
  try {
    await trx.raw('set local session_replication_role = replica');
    for (const statement of statements) await trx.raw(statement);
    return await look(trx);
  } finally {
    await trx.rollback();
  }
}

/** Holds, releases, voids, clawbacks and undoings in an order that is random and always the same. */
export async function aRandomHistory(domain: Domain, first: number): Promise<void> {
  const members = [first, someone(), someone(), someone()];
  const waits: { member: number; id: LedgerTransferId; amount: bigint }[] = [];
  const done: string[] = [];
  const random = randomNumbers(20_260_115);
  const pick = <T>(things: T[]) => things[random(things.length)] as T;

  const moves = [hold, hold, settle, settle, clawBack, undo, owe];
  for (const member of members) await hold(member);
  await settle();
  for (let turn = 0; turn < 300; turn += 1) await outcomeOf(pick(moves)(pick(members)));
  await settle();
  await undo();
  await owe();
  await sealTransfers(domain.db);

  async function hold(member: number) {
    const amount = BigInt(1 + random(100));
    const id = await postAs(domain, aHold(member, { amount }));
    waits.push({ member, id, amount });
  }
  async function settle() {
    const [wait] = waits.splice(random(waits.length), 1);
    if (!wait) return;
    const order = aRelease(wait.member, wait.id, { amount: wait.amount });
    const isVoid = random(3) === 0;
    const toVoid = { event: 'reward.void', credit: 'expense:rewards' } as const;
    await postAs(domain, isVoid ? { ...order, ...toVoid } : order);
    done.push(order.key);
  }
  async function clawBack(member: number) {
    const order = aClawback(member, { amount: BigInt(1 + random(60)) });
    await postAs(domain, order);
    done.push(order.key);
  }
  async function undo() {
    const key = done.pop();
    if (key === undefined) return;
    const transfer = await transferOf(domain.db, key);
    const id = await reverseAs(domain, transfer);
    const member = Number(/member:(\d+)/.exec(transfer.debit)?.[1]);
    if (transfer.settles !== null) waits.push({ member, id, amount: transfer.amount_minor });
  }
  async function owe() {
    const order = aClawback(0, { debit: 'receivable:clawback' });
    await postAs(domain, order);
  }
}

/** Whole numbers below a limit, from a seed: mulberry32. */
function randomNumbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
