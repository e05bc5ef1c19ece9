import type { Knex } from 'knex';

import { readGlCodes, type GlCodes } from './gl-codes.ts';
import { adjustmentsTable } from './adjustments-table.ts';
import { exact, type Cell } from './cells.ts';
import { journalLines, journalTable } from './journal-table.ts';
import { describeExtent, type Extent } from './manifest.ts';
import { rollForwardTable } from './roll-forward-table.ts';
import type { Sheet } from './sheet.ts';
import type { Pieces, Table, Totals } from './table.ts';
import { numberedTransfers, type NumberedTransfer } from './transfers.ts';
import { trialBalanceTable } from './trial-balance-table.ts';
import { workbook } from './workbook.ts';

/** A month for a spreadsheet: the journal, what it comes to, and what it must add up to. */
export async function* monthWorkbook(db: Knex, extent: Extent): Pieces {
  const { amount, transfers } = extent;
  const totals = { rows: Number(transfers) * 2, debit: amount, credit: amount };
  const tableSheet = (name: string, { columns, pages }: Table): Sheet => ({
    ...{ name, columns },
    pages: () => pages(db, extent),
  });
  yield* workbook([
    ...journalSheets(db, extent, await readGlCodes(db, extent.month)),
    tableSheet('Trial balance', trialBalanceTable),
    tableSheet('Roll-forward', rollForwardTable),
    tableSheet('Adjustments', adjustmentsTable),
    manifestSheet(extent, totals),
  ]);
  return totals;
}

/** A sheet has room for 1,048,576 rows; a month that needs more goes on on the next. */
const ROOM = 500_000;

function journalSheets(db: Knex, extent: Extent, codes: GlCodes): Sheet[] {
  const transfers = numberedTransfers(db, extent);
  const count = Math.max(1, Math.ceil(Number(extent.transfers) / ROOM));
  return Array.from({ length: count }, (_, index) => ({
    name: index === 0 ? 'Journal' : `Journal ${String(index + 1)}`,
    columns: journalTable.columns,
    pages: () => takeLines(transfers, codes),
  }));
}

/** As many as fit, of whatever the sheets before have left. */
async function* takeLines(
  transfers: AsyncGenerator<NumberedTransfer[], void>,
  codes: GlCodes,
): AsyncGenerator<Cell[][]> {
  let room = ROOM;
  while (room > 0) {
    const step = await transfers.next();
    if (step.done === true) return;
    yield journalLines(step.value, codes);
    room -= step.value.length;
  }
}

/** All but the file’s own length and digest, and whether the month was closed when it was made. */
function manifestSheet(extent: Extent, totals: Totals): Sheet {
  const { month, currency, debit, credit, ...numbers } = describeExtent(extent, totals);
  const { first_seq, last_seq, through_seq, rows } = numbers;
  const facts: [string, Cell][] = [
    ...[['month', month] as const, ['currency', currency] as const],
    ...Object.entries({ first_seq, last_seq, through_seq, rows }).map(
      ([name, number]) => [name, number === null ? null : BigInt(number)] as const,
    ),
    ...[['debit', exact(debit)] as const, ['credit', exact(credit)] as const],
  ].map(([name, cell]) => [name, cell]);
  return {
    ...{ name: 'Manifest', columns: ['what', 'value'] },
    async *pages() {
      yield await Promise.resolve(facts);
    },
  };
}
