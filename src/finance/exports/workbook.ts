import { PassThrough, Readable } from 'node:stream';

import { ZipFile } from 'yazl';

import { sheetXml, xmlText, type Sheet } from './sheet.ts';

/**
 * A workbook of these sheets as XLSX, in pieces: it is packed while the sheets are read, and the
 * same rows give the same bytes on any day and in any time zone.
 */
export async function* workbook(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const packed = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error: Error) => packed.destroy(error));
  for (const [name, xml] of Object.entries(partsOf(sheets.map(({ name }) => name)))) {
    zip.addBuffer(Buffer.from(`${XML}${xml}`), name, OPTIONS);
  }
  for (const [index, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/${fileOf(index)}`, OPTIONS, (ready) => {
      ready(null, Readable.from(sheetXml(sheet), { objectMode: false }));
    });
  }
  zip.end();
  for await (const piece of packed) yield piece as Uint8Array;
}

/** The first day that a zip file knows; by the machine's own calendar, as it is written. */
const OPTIONS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 } as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const fileOf = (index: number) => `sheet${String(index + 1)}.xml`;

function partsOf(names: readonly string[]): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes(names),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(names),
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, index): [string, string] => ['worksheet', `worksheets/${fileOf(index)}`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES_XML,
  };
}

function contentTypes(names: readonly string[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${SHEET_ML}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels"` +
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    override('workbook.xml', 'sheet.main') +
    override('styles.xml', 'styles') +
    names.map((_, index) => override(`worksheets/${fileOf(index)}`, 'worksheet')).join('') +
    '</Types>'
  );
}

function relations(targets: [string, string][]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${String(index + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, index) => {
    const number = String(index + 1);
    return `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="r${number}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** The formats that `STYLES` numbers, after the first, which is the spreadsheet's own. */
const STYLES_XML =
  `<styleSheet xmlns="${MAIN}"><numFmts count="2">` +
  '<numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>' +
  '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">' +
  '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '</fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/>' +
  '<xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" quotePrefix="1" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="1" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>';
