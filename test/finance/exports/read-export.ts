import type { Knex } from 'knex';

import { exportMonth } from '#src/finance/exports/export.ts';
import type { Format } from '#src/finance/exports/formats.ts';
import type { Limit } from '#src/finance/exports/manifest.ts';
import type { Month } from '#src/ledger/dates.ts';
import { parseCsv } from '#test/support/spreadsheet.ts';

/** A month's file with its manifest, read to its end. */
export async function readExport(db: Knex, month: string, format: Format, limit: Limit = {}) {
  const { manifest, read } = await exportMonth(db, { month: month as Month, format, ...limit });
  const pieces: Uint8Array[] = [];
  for await (const piece of read()) pieces.push(Buffer.from(piece));
  const bytes = Buffer.concat(pieces);
  return { manifest, bytes, text: bytes.toString() };
}

/** The rows of a CSV file, each by the names of its columns. */
export function recordsIn(csv: string): Record<string, string>[] {
  const [columns = [], ...rows] = parseCsv(csv);
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  );
}
