import type { Cell } from './cells.ts';

/** One line of a CSV file after RFC 4180: quoted where it must be, ended by CR LF. */
export const row = (cells: readonly Cell[]) => `${cells.map(print).join(',')}\r\n`;

/**
 * Text that a spreadsheet must not run as a formula, made inert by an apostrophe: what begins
 * with a sign of a formula, in ASCII or full width, also behind blanks and invisible characters,
 * and also behind what some spreadsheets take for the end of a cell.
 */
export const disarm = (text: string) => text.replaceAll(FORMULA, "'");

/** Nothing but the places before which the apostrophe goes. */
const FORMULA =
  /^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[\s\p{Cc}\p{Cf}\p{Zs}\u2800\u3164]*[=+\-@|＝＋－＠])/gu;

function print(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'bigint') return String(cell);
  if (typeof cell === 'object') return quote('date' in cell ? cell.date : cell.exact);
  return quote(disarm(cell));
}

const quote = (text: string) =>
  /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
