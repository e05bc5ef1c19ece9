import type { Knex } from 'knex';

import type { LedgerTransferId } from '../../ledger/rows.ts';
import { findAdjustment, type Adjustment } from '../adjustments/adjustments.ts';
import { readBusinessRecord, type BusinessRecord } from './business-record.ts';
import type { AdjustmentId } from '../rows.ts';
import { LISTED, type ListedTransfer } from './transfers.ts';

/** One transfer and everything that hangs together with it. */
export type Entry = {
  transfer: EntryTransfer;
  /** The other transfers of the same business event. */
  journal: ListedTransfer[];
  settles: ListedTransfer | undefined;
  settledBy: ListedTransfer | undefined;
  reverses: ListedTransfer | undefined;
  reversedBy: ListedTransfer | undefined;
  /** What it was posted for, if that is known here. */
  record: BusinessRecord | undefined;
  /** What was asked for and approved, where it was posted by hand. */
  adjustment: Adjustment | undefined;
};

export type EntryTransfer = ListedTransfer & {
  journal: bigint;
  /** The names of whoever posted and approved it; nobody if the system did. */
  actor: string | null;
  approver: string | null;
};

/** A transfer by its number in the journal, or by its own id while it has none. */
export async function findEntry(
  db: Knex,
  where: { seq: bigint } | { id: LedgerTransferId },
): Promise<Entry | undefined> {
  const transfer = await findTransfer(db, where);
  if (!transfer) return undefined;
  const [others, record, adjustment] = await Promise.all([
    readOthers(db, transfer),
    readBusinessRecord(db, transfer.ref),
    readAdjustment(db, transfer.ref),
  ]);
  const { id, settles, reverses, journal } = transfer;
  return {
    transfer,
    journal: others.filter((other) => other.journal === journal || other.id === journal),
    settles: others.find((other) => other.id === settles),
    settledBy: others.find((other) => other.settles === id),
    reverses: others.find((other) => other.id === reverses),
    reversedBy: others.find((other) => other.reverses === id),
    record,
    adjustment,
  };
}

function readAdjustment(db: Knex, ref: string): Promise<Adjustment | undefined> | undefined {
  const id = /^adjustment:(\d{1,9})$/.exec(ref)?.[1];
  return id === undefined ? undefined : findAdjustment(db, Number(id) as AdjustmentId);
}

async function findTransfer(db: Knex, where: { seq: bigint } | { id: LedgerTransferId }) {
  const { rows } = await db.raw<{ rows: EntryTransfer[] }>(
    `select listed.*, t.journal, actor.name as actor, approver.name as approver
       from (${LISTED} where ${'seq' in where ? 'j.seq = :seq' : 't.id = :id'}) as listed
       join ledger_transfers t on t.id = listed.id
       left join members actor on actor.id = t.actor_id
       left join members approver on approver.id = t.approver_id`,
    where,
  );
  return rows[0];
}

async function readOthers(db: Knex, { id, journal, settles, reverses }: EntryTransfer) {
  const { rows } = await db.raw<{ rows: (ListedTransfer & { journal: bigint })[] }>(
    `select listed.*, t.journal
       from (${LISTED} where t.id <> :id and (t.id = any(:named) or t.settles = :id
               or t.reverses = :id or (t.journal = :journal and t.journal <> t.id))) as listed
       join ledger_transfers t on t.id = listed.id
      order by listed.id`,
    { id, journal, named: [journal, settles, reverses].filter((other) => other !== null) },
  );
  return rows;
}
