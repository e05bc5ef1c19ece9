import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { Work } from '../work.ts';
import type { LedgerCheckpointRow } from './rows.ts';

/**
 * Writes down the root of everything that is sealed, or of an earlier tree that some block ended,
 * to be told to somebody outside; `why` is `export:…`, `night:…` or `shell:…` in small letters,
 * digits and `.`, `_`, `:`, `-`. Only a close makes its own.
 */
export async function makeCheckpoint(
  work: Work,
  why: string,
  treeSize: bigint | null = null,
): Promise<LedgerCheckpointRow> {
  const { rows } = await work.trx.raw<{ rows: LedgerCheckpointRow[] }>(
    'select * from ledger_make_checkpoint(:why, :at, :treeSize)',
    { why, at: work.at, treeSize },
  );
  assert(rows[0], 'a checkpoint is made');
  return rows[0];
}

/** The smallest tree with a checkpoint that holds an entry, if there is one already. */
export const findCheckpointOf = (db: Knex, seq: bigint): Promise<LedgerCheckpointRow | undefined> =>
  db('ledger_checkpoints').where('tree_size', '>=', seq).orderBy(['tree_size', 'id']).first();
