import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The test is skipped where gnumeric is not installed; CHECK_ALL=1 makes that a failure. */
export async function skipWithoutSpreadsheet(test: Mocha.Context): Promise<void> {
  const isThere = await run('ssconvert', ['--version']).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  if (process.env['CHECK_ALL'] === '1') throw new Error('gnumeric is not installed');
  test.skip();
}

/**
 * What somebody sees who opens a file in a spreadsheet: of every sheet, row by row, the values that
 * gnumeric shows after running whatever it takes for a formula.
 */
export async function openInSpreadsheet(
  file: string | Uint8Array,
  extension: 'csv' | 'xlsx',
): Promise<string[][][]> {
  const folder = await mkdtemp(join(tmpdir(), 'goodline-sheet-'));
  try {
    const path = join(folder, `in.${extension}`);
    await writeFile(path, file);
    const out = join(folder, 'out.%n.csv');
    await run('ssconvert', [...IMPORT[extension], '--recalc', '-S', '-T', STF, path, out]);
    const sheets = (await readdir(folder)).filter((name) => name.startsWith('out.')).sort();
    return await Promise.all(
      sheets.map(async (name) => parseCsv(await readFile(join(folder, name), 'utf8'))),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Told what they are, because it looks only at a file’s beginning when it guesses. */
const IMPORT = { csv: ['-I', 'Gnumeric_stf:stf_csvtab', '-E', 'UTF-8'], xlsx: [] };
const STF = 'Gnumeric_stf:stf_csv';

/** Cells of a CSV file by the letter of RFC 4180, whatever ends its lines. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(CELL)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/g;
