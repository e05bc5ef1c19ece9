import { connect } from '#src/db/connect.ts';
import { exportMonth } from '#src/finance/exports/export.ts';
import type { Format } from '#src/finance/exports/formats.ts';
import type { Month } from '#src/ledger/dates.ts';

/*
 * A process of its own that makes one file, as it is made to be downloaded, and tells how much more
 * memory it ever had than when it was ready to begin.
 */

export type Wanted = { url: string; month: Month; format: Format };

/** Megabytes the process had before, and the most it had beyond them; what the file is. */
export type Taken = { before: number; more: number; bytes: number; rows: number; seconds: number };

process.once('message', (wanted: Wanted) => {
  void take(wanted).then((taken) => {
    process.send?.(taken);
  });
});

async function take({ url, month, format }: Wanted): Promise<Taken> {
  const db = connect(url, { pool: { min: 0, max: 4 } });
  await db.raw('select 1');
  const before = process.memoryUsage().rss / 2 ** 20;
  const start = performance.now();
  const file = await exportMonth(db, { month, format });
  let bytes = 0;
  for await (const piece of file.read()) bytes += Buffer.byteLength(piece);
  const seconds = (performance.now() - start) / 1000;
  await db.destroy();
  const most = process.resourceUsage().maxRSS / 2 ** 10;
  return { before, more: most - before, bytes, rows: file.manifest.rows, seconds };
}
