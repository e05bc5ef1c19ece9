import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { exact } from '#src/finance/exports/cells.ts';
import { disarm, row } from '#src/finance/exports/csv.ts';

const FORMULAS = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1+1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '＝1+1', '＋1'],
  ...['\u200b=1+1', '\ufeff=1+1', '\u202e=1+1', '\u00a0=1+1', '=cmd|’ /C calc’!A0', '|cmd'],
];

const HARMLESS = [
  ...['', 'eSIM stuck', '07700900123', '1E10', '2026-01-01', 'a=b', 'TRUE', '00012', '#REF!'],
  ...['£10 - is that right?', 'a, b', 'SEP=;', '"', 'No signal; since Monday'],
];

describe('A cell of a CSV file', () => {
  it('is not run as a formula, whatever was typed', () => {
    for (const text of FORMULAS) expect(disarm(text), JSON.stringify(text)).to.match(/^'/);
  });

  it('is left alone where no spreadsheet would run it', () => {
    for (const text of HARMLESS) expect(disarm(text)).to.equal(text);
  });

  it('is not run behind what another country’s spreadsheet takes for a separator', () => {
    expect(disarm('x;=1+1')).to.equal("x;'=1+1");
    expect(disarm('x\n=1+1')).to.equal("x\n'=1+1");
  });

  it('is quoted where it would end early, and the line ends with CR LF', () => {
    expect(row(['plain', 'a,b', 'a"b', 'a\nb', ' a', 12n, null])).to.equal(
      'plain,"a,b","a""b","a\nb"," a",12,\r\n',
    );
  });

  it('holds an amount as it is, even a negative one', () => {
    expect(row([exact('-5.00')])).to.equal('-5.00\r\n');
  });

  it('withstands formulas that others have collected', function () {
    const folder = process.env.REAL_DATA;
    if (!folder) return this.skip();
    const texts = JSON.parse(readFileSync(join(folder, 'csv-formulas.json'), 'utf8')) as string[];

    for (const text of texts) {
      const cells = parse(row(['before', text, 'after']));
      expect(cells, JSON.stringify(text)).to.have.length(3);
      expect(cells[1], JSON.stringify(text)).to.not.match(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
      expect(cells[1]?.replaceAll("'", '')).to.equal(text.replaceAll("'", ''));
    }
  });
});

/** One line, read by the letter of RFC 4180. */
function parse(line: string): string[] {
  const cells = line.replace(/\r\n$/, '').match(/"(?:[^"]|"")*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? [];
  return cells.map((cell) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}
