import { EVENTS } from '../books/event-names.ts';
import { readGlCodes, type GlCodes } from './gl-codes.ts';
import { actor, amount, day, type Cell } from './cells.ts';
import { movements, NOTHING, plus, type Pages, type Table } from './table.ts';
import { numberedTransfers, type NumberedTransfer } from './transfers.ts';

/** The general ledger's journal: two lines to a transfer, under the operator's own codes. */
export const journalTable: Table = {
  columns: [
    ...['date', 'seq', 'journal', 'line', 'account', 'gl_code', 'cost_centre', 'tax_code'],
    ...['debit', 'credit', 'currency', 'event', 'ref', 'description', 'actor', 'approver'],
  ],
  pages: async function* (db, extent): Pages {
    const codes = await readGlCodes(db, extent.month);
    let totals = NOTHING;
    for await (const page of numberedTransfers(db, extent)) {
      totals = plus(totals, movements(page, 2));
      yield journalLines(page, codes);
    }
    return totals;
  },
};

/** The lines of these transfers: the debit of each before its credit. */
export const journalLines = (transfers: NumberedTransfer[], codes: GlCodes): Cell[][] =>
  transfers.flatMap((transfer) => [
    lineOf(transfer, 1n, codes({ account: transfer.debit, gl_code: transfer.debit_gl_code })),
    lineOf(transfer, 2n, codes({ account: transfer.credit, gl_code: transfer.credit_gl_code })),
  ]);

function lineOf(transfer: NumberedTransfer, line: bigint, codes: ReturnType<GlCodes>): Cell[] {
  const isDebit = line === 1n;
  const moved = amount(transfer.amount_minor);
  return [
    ...[day(transfer.effective_date), transfer.seq, transfer.journal, line],
    isDebit ? transfer.debit : transfer.credit,
    ...[codes.gl_code, codes.cost_centre, codes.tax_code],
    ...(isDebit ? [moved, amount(0n)] : [amount(0n), moved]),
    ...[transfer.currency, transfer.event, transfer.ref, describe(transfer)],
    ...[actor(transfer.actor_id) ?? 'system', actor(transfer.approver_id)],
  ];
}

/** The business record by its number alone: no name leaves with the journal. */
const describe = ({ event, ref }: NumberedTransfer) => `${EVENTS[event]}, ${ref.replace(':', ' ')}`;
