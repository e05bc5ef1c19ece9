import type { Knex } from 'knex';

import { decimal } from '../../ledger/money.ts';
import { exact, row } from './csv.ts';
import type { Extent } from './manifest.ts';
import { numberedTransfers, type NumberedTransfer } from './transfers.ts';

/** Every transfer of a month, one to a line, in the order of the journal. */
export async function* ledgerCsv(db: Knex, extent: Extent): AsyncGenerator<string> {
  yield row(COLUMNS);
  for await (const page of numberedTransfers(db, extent)) yield page.map(print).join('');
}

const COLUMNS = [
  ...['seq', 'journal', 'transfer_id', 'recorded_at', 'effective_date', 'event'],
  ...['debit_account', 'credit_account', 'amount', 'currency', 'ref', 'reverses', 'settles'],
  ...['actor', 'approver'],
];

const print = (transfer: NumberedTransfer) =>
  row([
    ...[transfer.seq, transfer.journal, transfer.id],
    ...[transfer.recorded_at.toISOString(), transfer.effective_date, transfer.event],
    ...[transfer.debit, transfer.credit, exact(decimal(transfer.amount_minor))],
    ...[transfer.currency, transfer.ref, transfer.reverses, transfer.settles],
    nameActor(transfer.actor_id) ?? 'system',
    nameActor(transfer.approver_id),
  ]);

const nameActor = (id: number | null) => (id === null ? null : `member:${String(id)}`);
