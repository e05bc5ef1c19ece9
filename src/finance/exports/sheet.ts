import type { Cell } from './cells.ts';

/** One sheet of a workbook; its rows are read page after page as it is written. */
export type Sheet = {
  name: string;
  columns: readonly string[];
  pages: () => AsyncIterable<Cell[][]>;
};

/** A sheet as a part of a workbook after ECMA-376, in pieces. */
export async function* sheetXml({ columns, pages }: Sheet): AsyncGenerator<Buffer> {
  yield Buffer.from(`${HEAD}${widthsOf(columns)}<sheetData>${rowXml(columns, 1, STYLES.head)}`);
  let number = 1;
  for await (const page of pages()) {
    const rows = page.map((cells) => rowXml(cells, (number += 1)));
    yield Buffer.from(rows.join(''));
  }
  yield Buffer.from('</sheetData></worksheet>');
}

/** Text of an XML document: escaped, and without what XML cannot hold. */
export const xmlText = (text: string) =>
  text
    .replaceAll(NO_XML, '\ufffd')
    .replaceAll(/[&<>"\r\n\t]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** What styles.xml numbers: the formats of cells. */
export const STYLES = { text: 1, head: 2, number: 3, money: 4, date: 5 } as const;

const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"' +
  ' state="frozen"/></sheetView></sheetViews>';

function widthsOf(columns: readonly string[]): string {
  const widths = columns.map((name, index) => {
    const place = String(index + 1);
    const width = WIDE.test(name) ? 32 : 14;
    return `<col min="${place}" max="${place}" width="${String(width)}" customWidth="1"/>`;
  });
  return `<cols>${widths.join('')}</cols>`;
}

const WIDE = /account|description|reason|evidence|line|sha256/;

function rowXml(cells: readonly Cell[], number: number, style?: number): string {
  const inside = cells.map((cell, index) =>
    cellXml(cell, `${letters(index)}${String(number)}`, style),
  );
  return `<row r="${String(number)}">${inside.join('')}</row>`;
}

/**
 * Amounts and numbers go in as exact decimals. Text goes in as text, which no spreadsheet runs, and
 * is marked as quoted so that it stays text when it is edited.
 */
function cellXml(cell: Cell, place: string, style: number = STYLES.text): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'bigint') return valueXml(place, STYLES.number, String(cell));
  if (typeof cell === 'object') {
    return 'date' in cell
      ? valueXml(place, STYLES.date, String(serialOf(cell.date)))
      : valueXml(place, STYLES.money, cell.exact);
  }
  const text = `<is><t xml:space="preserve">${xmlText(cell)}</t></is>`;
  return `<c r="${place}" s="${String(style)}" t="inlineStr">${text}</c>`;
}

const valueXml = (place: string, style: number, value: string) =>
  `<c r="${place}" s="${String(style)}"><v>${value}</v></c>`;

/** A spreadsheet counts days from 30 December 1899. */
const serialOf = (date: string) =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;

/** The name of a column: A to Z, then AA on. */
const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${letters(Math.floor(index / 26) - 1)}${letters(index % 26)}`;
