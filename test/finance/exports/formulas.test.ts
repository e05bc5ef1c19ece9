import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { exact } from '#src/finance/exports/cells.ts';
import { row } from '#src/finance/exports/csv.ts';
import { workbook } from '#src/finance/exports/workbook.ts';
import { openInSpreadsheet, skipWithoutSpreadsheet } from '#test/support/spreadsheet.ts';

const OWN = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1+1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '=A1&"x"'],
  ...['=HYPERLINK("http://evil.example","click")', '";=1+1;"', '",=1+1,"', 'a";\n=1+1', '\u200b=1'],
  ...['It works, thanks', '£10 - is that right?', '07700 900123', '-12.50 is missing'],
];

const folder = process.env['REAL_DATA'];
const COLLECTIONS = {
  'a list of our own': OWN,
  ...(folder && { 'what others have collected': readTexts(join(folder, 'csv-formulas.json')) }),
};

describe('Words that a spreadsheet would run', function () {
  this.timeout(60_000);
  before(function () {
    return skipWithoutSpreadsheet(this);
  });

  it('are run by this spreadsheet, if nobody disarms them', async () => {
    expect(await openInSpreadsheet('before,=1+1,-12.50\r\n', 'csv')).to.deep.equal([
      [['before', '2', '-12.5']],
    ]);
  });

  for (const [name, texts] of Object.entries(COLLECTIONS)) {
    it(`come out of a CSV file as they went in, and amounts as amounts: ${name}`, async () => {
      const words = texts.filter((text) => !FIGURE.test(text));
      const file = [['n', 'amount', 'text', 'end'], ...words.map(rowOf)].map(row).join('');

      const [rows] = await openInSpreadsheet(file, 'csv');

      const shown = rows!
        .slice(1)
        .map(([n, amount, text, ...rest]) => [n, amount, bare(text ?? ''), ...rest]);
      expect(shown).to.deep.equal(
        words.map((text, index) => [String(index), '-12.5', bare(text), 'end']),
      );
    });

    it(`come out of a workbook to the letter, and amounts as amounts: ${name}`, async () => {
      const file = await packed(texts.map((text) => [text, exact('-12.50')]));

      const [rows] = await openInSpreadsheet(file, 'xlsx');

      expect(rows!.slice(1)).to.deep.equal(texts.map((text) => [text, '-12.5']));
    });
  }
});

const rowOf = (text: string, index: number) => [BigInt(index), exact('-12.50'), text, 'end'];

/** What a spreadsheet shows in its own way, which runs nothing. */
const FIGURE = /^(?:\d[\d.,E-]*|TRUE)$/;

/** Without what disarms it. */
const bare = (text: string) => text.replaceAll("'", '');

/** PostgreSQL keeps no NUL, so no text of ours has one. */
function readTexts(path: string): string[] {
  const texts = JSON.parse(readFileSync(path, 'utf8')) as string[];
  return texts.filter((text) => !text.includes('\0'));
}

async function packed(rows: Parameters<typeof row>[0][]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const pages = async function* () {
    yield await Promise.resolve(rows.map((cells) => [...cells]));
  };
  for await (const piece of workbook([{ name: 'Words', columns: ['text', 'amount'], pages }])) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
