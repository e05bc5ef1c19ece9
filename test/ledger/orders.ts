import type { Knex } from 'knex';

import type { LedgerTransferId } from '#src/ledger/rows.ts';
import { findTransfer, post, reverse, type Order, type Transfer } from '#src/ledger/transfers.ts';
import type { MemberRow } from '#src/members/rows.ts';
import type { Actor } from '#src/work.ts';
import type { Domain } from '#test/support/domain.ts';

let count = 0;

/** A key that nobody has used. */
export const someKey = () => `test.${String((count += 1))}`;

/** A member's number that nobody has used: the ledger asks nobody whether it exists. */
export const someone = () => 100_000 + (count += 1);

/** Fifty pence set aside for a member, unless the test says otherwise. */
export const aHold = (member: number, order: Partial<Order> = {}): Order => ({
  ...{ key: someKey(), event: 'reward.hold', ref: 'test:1', amount: 50n },
  ...{ debit: 'expense:rewards', credit: `member:${String(member)}:pending` },
  ...order,
});

/** What ends a hold in the member's favour. */
export const aRelease = (
  member: number,
  settles: LedgerTransferId,
  order: Partial<Order> = {},
): Order => ({
  ...{ key: someKey(), event: 'reward.release', ref: 'test:1', amount: 50n, settles },
  ...{ debit: `member:${String(member)}:pending`, credit: `member:${String(member)}:available` },
  ...order,
});

/** What takes from a member what was released. */
export const aClawback = (member: number, order: Partial<Order> = {}): Order => ({
  ...{ key: someKey(), event: 'reward.clawback', ref: 'test:1', amount: 50n },
  ...{ debit: `member:${String(member)}:available`, credit: 'expense:rewards' },
  ...order,
});

/** Posts one order in a unit of work of its own. */
export const postAs = ({ perform }: Domain, order: Order, actor: Actor = 'system') =>
  perform(actor, (work) => post(work, order));

/** Reverses a transfer in a unit of work of its own. */
export const reverseAs = ({ perform }: Domain, transfer: Transfer, key = someKey()) =>
  perform('system', (work) => reverse(work, transfer, { key }));

/** Somebody with a number, for transfers that want to know who; the ledger looks at nothing else. */
export const anActor = (id = someone()) => ({ id }) as MemberRow;

/** A transfer that is surely there. */
export async function transferOf(db: Knex, key: string): Promise<Transfer> {
  const transfer = await findTransfer(db, key);
  if (!transfer) throw new Error(`nothing was posted under ${key}`);
  return transfer;
}

/** Credit that a member may spend. */
export async function giveCredit(domain: Domain, member: number, amount = 50n): Promise<void> {
  const hold = await postAs(domain, aHold(member, { amount }));
  await postAs(domain, aRelease(member, hold, { amount }));
}

/** The code that PostgreSQL, or the door, refused with; or what was answered instead. */
export async function codeOf(attempt: PromiseLike<unknown>): Promise<unknown> {
  try {
    return { answered: await attempt };
  } catch (error) {
    const { code, constraint, cause } = error as Refused;
    return constraint ?? code ?? cause?.constraint ?? error;
  }
}

type Refused = { code?: string; constraint?: string; cause?: Refused };
