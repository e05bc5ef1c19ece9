import type { Knex } from 'knex';

import { parseMonth } from '../../ledger/dates.ts';
import { found } from '../../refusals.ts';
import type { ExportId, ExportRow } from '../rows.ts';
import { exportMonth } from './export.ts';
import { isFormat } from './formats.ts';

/** A file that was taken, with the name of whoever took it. */
export type TakenExport = ExportRow & { maker: string };

export type ExportPage = { exports: TakenExport[]; older: ExportId | undefined };

/** Files that were taken, the newest first, `limit` of them from `after` on. */
export async function listExports(
  db: Knex,
  { after, limit = 30 }: { after?: ExportId | undefined; limit?: number } = {},
): Promise<ExportPage> {
  const { rows } = await db.raw<{ rows: TakenExport[] }>(
    `${SELECT} where :after::int is null or e.id < :after order by e.id desc limit :limit`,
    { after: after ?? null, limit: limit + 1 },
  );
  const exports = rows.slice(0, limit);
  return { exports, older: rows.length > limit ? exports.at(-1)?.id : undefined };
}

/** One file that was taken; refuses where there is none. */
export async function findExport(db: Knex, id: ExportId): Promise<TakenExport> {
  const { rows } = await db.raw<{ rows: TakenExport[] }>(`${SELECT} where e.id = ?`, [id]);
  return found(rows[0], 'export');
}

/** The digest of the same file made now, up to the same entry; undefined if it is made no more. */
export async function digestOfToday(
  db: Knex,
  { month: text, format, through_seq: through }: ExportRow,
): Promise<string | undefined> {
  const month = parseMonth(text);
  if (month === undefined || !isFormat(format)) return undefined;
  const { manifest } = await exportMonth(db, { month, format, through });
  return manifest.sha256;
}

const SELECT = `
  select e.*, maker.name as maker from exports e join members maker on maker.id = e.made_by`;
