import { decimal } from '../../ledger/money.ts';
import { dayAfter } from '../months.ts';
import type { Statement, StatementLine } from '../statement/statement.ts';
import { STATES } from '../statement/statement-words.ts';
import { PdfPage } from './pdf-page.ts';
import { drawTable, type PdfColumn } from './pdf-table.ts';

/** What a statement says besides its lines. */
export type Letterhead = { siteName: string; name: string; monthTitle: string; currency: string };

/**
 * A member's month to keep or to print, tagged so that it can be heard; a table that does not fit
 * goes on under the same headings. The same statement is the same bytes on any day.
 */
export async function statementPdf(statement: Statement, head: Letterhead): Promise<Uint8Array> {
  const { month, opening, lines, closing } = statement;
  const title = `${head.siteName} statement, ${head.monthTitle}`;
  const made = new Date(`${dayAfter(month)}T00:00:00Z`);
  const page = await PdfPage.open({ title, author: head.siteName, made });
  page.block('H1', title, { size: 18, bold: true });
  page.block('P', `For ${head.name}. All amounts in ${head.currency}.`);
  page.block('P', held('Opening balance', opening));
  if (lines.length === 0) page.block('P', 'Nothing happened in this month.');
  else drawTable(page, COLUMNS, lines.map(cellsOf));
  page.block('P', held('Closing balance', closing), { bold: true });
  return page.end((number, count) => `${title} · page ${String(number)} of ${String(count)}`);
}

const COLUMNS: readonly PdfColumn[] = [
  { title: 'Date', width: 62 },
  { title: 'What for', width: 190 },
  { title: 'Status', width: 76 },
  { title: 'Being checked', width: 60, isAmount: true },
  { title: 'Balance', width: 52, isAmount: true },
  { title: 'After', width: 55, isAmount: true },
];

const held = (what: string, { balance, checking }: Statement['opening']) =>
  `${what} ${decimal(balance)}, with ${decimal(checking)} being checked.`;

function cellsOf({ date, title, about, reason, state, change, after }: StatementLine): string[] {
  const question = about && (about.title ?? 'A question that was removed');
  return [
    date,
    [title, question, reason].filter(Boolean).join('\n'),
    STATES[state],
    change.checking === 0n ? '' : signed(change.checking),
    signed(change.balance),
    decimal(after.balance),
  ];
}

const signed = (minor: bigint) => `${minor > 0n ? '+' : ''}${decimal(minor)}`;
