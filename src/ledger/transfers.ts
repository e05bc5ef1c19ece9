import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { actorId, type Work } from '../work.ts';
import { dateAt } from './dates.ts';
import type { LedgerTransferId, LedgerTransferRow } from './rows.ts';

export type Order = {
  /** The caller's name for this movement: the same key moves money once, however often posted. */
  key: string;
  event: LedgerTransferRow['event'];
  /** Account codes. */
  debit: string;
  credit: string;
  /** In minor units of the operator's currency. */
  amount: bigint;
  /** The business record, as kind:id. */
  ref: string;
  /** The pending transfer that this one ends. */
  settles?: LedgerTransferId;
  /** The first transfer of the same business event, where this is a further leg of it. */
  journal?: LedgerTransferId;
  /** Whoever asked for it, where that is not who acts. */
  actorId?: number;
  /** Whoever approved it: another person. */
  approverId?: number;
};

/** A transfer with the codes of its two accounts. */
export type Transfer = LedgerTransferRow & { debit: string; credit: string };

/** A guarded account does not hold what a transfer would take from it. */
export class NotEnough extends Error {}

/**
 * Moves money between two accounts, through the ledger's one door.
 *
 * Throws NotEnough where a guarded account would go below zero, which spoils the transaction;
 * every other refusal of the door (see its migration) is a bug in whoever wrote the order.
 */
export const post = (work: Work, order: Order): Promise<LedgerTransferId> =>
  callDoor(work, order, null);

/**
 * Posts orders as if one by one, in their order, in one call: all of them or none. Their accounts
 * are locked in ascending order, so batches that share members never lock each other out.
 *
 * Throws as `post` does, for the first order that cannot be posted.
 */
export async function postMany(
  work: Work,
  orders: readonly Order[],
): Promise<readonly LedgerTransferId[]> {
  const asked = orders.map((order) => ({
    ...order,
    amount: String(order.amount),
    actor: order.actorId ?? actorId(work),
    approver: order.approverId,
    settles: order.settles === undefined ? null : String(order.settles),
    journal: order.journal === undefined ? null : String(order.journal),
  }));
  const { rows } = await work.trx
    .raw<{ rows: { ids: LedgerTransferId[] }[] }>(
      'select ledger_post_many(:orders, :currency, :at, :date) as ids',
      { orders: JSON.stringify(asked), ...occasionOf(work) },
    )
    .catch(asRefusedByTheDoor);
  assert(rows[0], 'the door answers with ids');
  return rows[0].ids;
}

/**
 * Undoes a transfer by an equal and opposite one; the first is left exactly as it was. What had
 * been settled waits again, and the transfer returned is what will settle it next.
 */
export function reverse(
  work: Work,
  transfer: Transfer,
  { key, journal }: Pick<Order, 'key' | 'journal'>,
): Promise<LedgerTransferId> {
  const { debit, credit, amount_minor: amount, ref } = transfer;
  const order = { key, event: 'reversal', debit: credit, credit: debit, amount, ref } as const;
  return callDoor(work, journal ? { ...order, journal } : order, transfer.id);
}

/** The transfer posted under a key, if there is one. */
export async function findTransfer(db: Knex, key: string): Promise<Transfer | undefined> {
  const { rows } = await db.raw<{ rows: Transfer[] }>(
    `select t.*, d.code as debit, c.code as credit
       from ledger_transfers t
       join ledger_accounts d on d.id = t.debit_account_id
       join ledger_accounts c on c.id = t.credit_account_id
      where t.key = ?`,
    [key],
  );
  return rows[0];
}

async function callDoor(work: Work, order: Order, reverses: LedgerTransferId | null) {
  const { rows } = await work.trx
    .raw<{ rows: { id: LedgerTransferId }[] }>(
      `select ledger_post(:key, :event, :debit, :credit, :amount, :currency, :ref, :at, :date,
                          :actor, :approver, :settles, :reverses, :journal) as id`,
      {
        ...order,
        ...occasionOf(work),
        actor: order.actorId ?? actorId(work),
        approver: order.approverId ?? null,
        settles: order.settles ?? null,
        journal: order.journal ?? null,
        reverses,
      },
    )
    .catch(asRefusedByTheDoor);
  assert(rows[0], 'the door answers with an id');
  return rows[0].id;
}

const occasionOf = ({ at, operator }: Work) => ({
  currency: operator.currency,
  at,
  date: dateAt(at, operator.timeZone),
});

function asRefusedByTheDoor(error: unknown): never {
  const isFloor =
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === 'ledger_balances_never_below_zero';
  if (isFloor) throw new NotEnough('The account does not hold enough.', { cause: error });
  throw error;
}
