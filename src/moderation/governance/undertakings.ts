import type { Knex } from 'knex';
import assert from 'node:assert/strict';

import type { StewardRow, StewardUndertakingRow } from '../rows.ts';

/** What a steward who signs now undertakes. */
export async function readUndertaking(db: Knex): Promise<StewardUndertakingRow> {
  const row = await db('steward_undertakings').orderBy('version', 'desc').first();
  assert(row, 'the first undertaking was written when stewards were made');
  return row;
}

/** When a steward signed a version; undefined where they have not. */
export async function findSignedAt(
  db: Knex,
  { id, undertaking_version: version }: Pick<StewardRow, 'id' | 'undertaking_version'>,
): Promise<Date | undefined> {
  if (version === null) return undefined;
  const signature = await db('steward_signatures').where({ steward_id: id, version }).first();
  return signature?.signed_at;
}
