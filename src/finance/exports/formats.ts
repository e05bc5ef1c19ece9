import { dayBefore } from '../months.ts';
import { adjustmentsTable } from './adjustments-table.ts';
import { beancountJournal } from './beancount.ts';
import { erpTable } from './erp-table.ts';
import { hledgerJournal } from './hledger.ts';
import { journalTable } from './journal-table.ts';
import { monthLeaves } from './leaves-jsonl.ts';
import { ledgerTable } from './ledger-table.ts';
import { liabilityTable } from './liability-table.ts';
import type { Extent } from './manifest.ts';
import { monthWorkbook } from './month-workbook.ts';
import { rollForwardTable } from './roll-forward-table.ts';
import { csvOf, type Make, type Table } from './table.ts';
import { trialBalanceTable } from './trial-balance-table.ts';

/** What a month can be had as. */
export type Format = keyof typeof FORMATS;

/** A kind of file: what it is called, what it is, and how it is made. */
type FormatOf = { name: (extent: Extent) => string; mediaType: string; make: Make };

const TEXT = 'text/plain';
const JSONL = 'application/jsonl';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const monthly =
  (name: string, extension: string) =>
  ({ month }: Extent) =>
    `${name}-${month}.${extension}`;

const csv = (name: string, table: Table): FormatOf => ({
  ...{ name: monthly(name, 'csv'), mediaType: 'text/csv', make: csvOf(table) },
});

/** Every kind of file that a month can be had as, by the name it is asked for by. */
export const FORMATS = {
  csv: csv('ledger', ledgerTable),
  journal: csv('journal', journalTable),
  xlsx: { name: monthly('journal', 'xlsx'), mediaType: XLSX, make: monthWorkbook },
  hledger: { name: monthly('journal', 'hledger'), mediaType: TEXT, make: hledgerJournal },
  beancount: { name: monthly('journal', 'beancount'), mediaType: TEXT, make: beancountJournal },
  jsonl: { name: monthly('journal', 'jsonl'), mediaType: JSONL, make: monthLeaves },
  'trial-balance': csv('trial-balance', trialBalanceTable),
  erp: csv('erp', erpTable),
  'roll-forward': csv('roll-forward', rollForwardTable),
  adjustments: csv('adjustments', adjustmentsTable),
  /** As of a day: the month's last, unless the extent ends earlier. */
  liability: {
    ...csv('liability', liabilityTable),
    name: ({ before }: Extent) => `liability-${dayBefore(before)}.csv`,
  },
} as const satisfies Record<string, FormatOf>;

export const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text);
