import { actor, amount, day, type Cell } from './cells.ts';
import { movements, NOTHING, plus, type Table } from './table.ts';
import { numberedTransfers, type NumberedTransfer } from './transfers.ts';

/** Every transfer of a month, one to a row, in the order of the journal. */
export const ledgerTable: Table = {
  columns: [
    ...['seq', 'journal', 'transfer_id', 'recorded_at', 'effective_date', 'event'],
    ...['debit_account', 'credit_account', 'amount', 'currency', 'ref', 'reverses', 'settles'],
    ...['actor', 'approver'],
  ],
  async *pages(db, extent) {
    let totals = NOTHING;
    for await (const page of numberedTransfers(db, extent)) {
      totals = plus(totals, movements(page));
      yield page.map(rowOf);
    }
    return totals;
  },
};

const rowOf = (transfer: NumberedTransfer): Cell[] => [
  ...[transfer.seq, transfer.journal, transfer.id],
  ...[transfer.recorded_at.toISOString(), day(transfer.effective_date), transfer.event],
  ...[transfer.debit, transfer.credit, amount(transfer.amount_minor), transfer.currency],
  ...[transfer.ref, transfer.reverses, transfer.settles],
  ...[actor(transfer.actor_id) ?? 'system', actor(transfer.approver_id)],
];
