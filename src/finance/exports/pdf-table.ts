import { MARGIN, shown, type PdfPage } from './pdf-page.ts';

/** A column, as wide as so many points. */
export type PdfColumn = { title: string; width: number; isAmount?: boolean };

/** A table whose rows are never torn: what does not fit goes on under the same headings. */
export function drawTable(
  page: PdfPage,
  columns: readonly PdfColumn[],
  rows: readonly (readonly string[])[],
): void {
  const { document } = page;
  const table = document.struct('Table');
  page.root.add(table);
  const titles = columns.map(({ title }) => title);
  page.look({ size: SIZE, bold: true });
  drawRow(page, columns, titles, (cells) => table.add(document.struct('TR', {}, cells)), 'TH');
  for (const cells of rows) {
    page.look({ size: SIZE });
    if (document.y + heightOf(page, columns, cells) > page.bottom) goOn(page, columns, titles);
    page.look({ size: SIZE });
    drawRow(page, columns, cells, (drawn) => table.add(document.struct('TR', {}, drawn)), 'TD');
  }
  table.end();
  document.x = MARGIN;
  document.moveDown(0.6);
}

const SIZE = 9;
const GAP = 4;

type Cells = PDFKit.PDFStructureElement[];

function drawRow(
  page: PdfPage,
  columns: readonly PdfColumn[],
  cells: readonly string[],
  add: (cells: Cells) => void,
  tag: 'TH' | 'TD',
): void {
  const top = page.document.y;
  const height = heightOf(page, columns, cells);
  const options = tag === 'TH' ? { scope: 'Column' } : {};
  add(
    cells.map((text, index) =>
      page.tag(tag, text, () => drawCell(page, columns, { text, index, top }), options),
    ),
  );
  drawRule(page, top + height);
}

/** The headings of a further page are not read out again. */
function goOn(page: PdfPage, columns: readonly PdfColumn[], titles: readonly string[]): void {
  page.document.addPage();
  const top = page.document.y;
  page.look({ size: SIZE, bold: true });
  page.artifact(() => {
    for (const [index, text] of titles.entries()) drawCell(page, columns, { text, index, top });
  });
  drawRule(page, top + heightOf(page, columns, titles));
}

function drawCell(
  { document }: PdfPage,
  columns: readonly PdfColumn[],
  { text, index, top }: { text: string; index: number; top: number },
): void {
  const left = columns.slice(0, index).reduce((x, { width }) => x + width, MARGIN);
  const { width = 0, isAmount = false } = columns[index] ?? {};
  const align = isAmount ? 'right' : 'left';
  document.text(shown(text), left, top + GAP, { width: width - GAP, align });
}

function drawRule(page: PdfPage, y: number): void {
  const { document } = page;
  const right = document.page.width - MARGIN;
  page.artifact(() => document.lineWidth(0.5).moveTo(MARGIN, y).lineTo(right, y).stroke('#999999'));
  document.fillColor('black');
  document.y = y;
}

const heightOf = (
  { document }: PdfPage,
  columns: readonly PdfColumn[],
  cells: readonly string[],
): number =>
  2 * GAP +
  Math.max(
    ...cells.map((text, index) =>
      document.heightOfString(shown(text) || ' ', { width: (columns[index]?.width ?? 0) - GAP }),
    ),
  );
