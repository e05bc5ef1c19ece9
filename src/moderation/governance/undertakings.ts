import type { Knex } from 'knex';
import assert from 'node:assert/strict';

import type { StewardUndertakingRow } from '../rows.ts';

/** What a steward who signs now undertakes. */
export async function readUndertaking(db: Knex): Promise<StewardUndertakingRow> {
  const row = await db('steward_undertakings').orderBy('version', 'desc').first();
  assert(row, 'the first undertaking was written when stewards were made');
  return row;
}

/** What a steward signed, word for word. */
export const findUndertaking = (
  db: Knex,
  version: number,
): Promise<StewardUndertakingRow | undefined> =>
  db('steward_undertakings').where({ version }).first();
