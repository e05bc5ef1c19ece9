import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { findCheckpointOf } from './checkpoints.ts';
import { readLeaves } from './leaves.ts';
import { auditPath, rootOf, type ReadHashes } from './merkle.ts';

/** What somebody without the database needs to check that an entry is in the ledger. */
export type Proof = {
  format: 'goodline-proof-1';
  /** The entry's number, which is one more than its index. */
  entry: number;
  index: number;
  /** The canonical text of the transfer; the leaf is the SHA-256 of a zero byte and this. */
  text: string;
  /** Hashes are hexadecimal. */
  leaf: string;
  tree_size: number;
  path: string[];
  root: string;
  /** The first checkpoint that holds the entry; without one, the tree is today's. */
  checkpoint: { why: string; made_at: Date } | null;
};

/**
 * The inclusion proof of an entry, as in RFC 6962, section 2.1.1, from some hundred hashes;
 * undefined where no entry has this number.
 */
export async function proveEntry(db: Knex, seq: bigint): Promise<Proof | undefined> {
  const page = await readLeaves(db, { above: seq - 1n, upTo: seq }).next();
  const entry = page.done ? undefined : page.value[0];
  if (!entry) return undefined;
  const checkpoint = await findCheckpointOf(db, seq);
  const treeSize = Number(checkpoint?.tree_size ?? (await readTreeSize(db)));
  const [index, read] = [Number(seq) - 1, hashesIn(db)];
  const [path, root] = [await auditPath(read, index, treeSize), await rootOf(read, 0, treeSize)];
  return {
    ...({ format: 'goodline-proof-1', entry: Number(seq), index } as const),
    ...{ text: entry.text, leaf: hex(entry.leaf), tree_size: treeSize },
    ...{ path: path.map(hex), root: hex(root) },
    checkpoint: checkpoint ? { why: checkpoint.why, made_at: checkpoint.made_at } : null,
  };
}

/** An entry's leaf, and the block it was sealed with. */
export type Seal = { seq: bigint; leaf: Buffer; block: bigint; sealedAt: Date; root: Buffer };

export async function findSeal(db: Knex, seq: bigint): Promise<Seal | undefined> {
  const { rows } = await db.raw<{ rows: Seal[] }>(
    `select j.seq, j.leaf, b.number as block, b.sealed_at as "sealedAt", b.root
       from ledger_journal j
      cross join lateral (select * from ledger_blocks where tree_size >= j.seq
                           order by tree_size limit 1) as b
      where j.seq = :seq`,
    { seq },
  );
  return rows[0];
}

/** The root, in hexadecimal, of the first entries of the ledger. */
export const readRoot = async (db: Knex, treeSize: bigint): Promise<string> =>
  hex(await rootOf(hashesIn(db), 0, Number(treeSize)));

/** How many entries are sealed. */
export async function readTreeSize(db: Knex): Promise<bigint> {
  const sealer = await db('ledger_sealer').first('tree_size');
  return sealer?.tree_size ?? 0n;
}

const hex = (hash: Buffer) => hash.toString('hex');

function hashesIn(db: Knex): ReadHashes {
  return async (level, from, count) => {
    const { rows } = await db.raw<{ rows: { hash: Buffer }[] }>(
      level === 0
        ? 'select leaf as hash from ledger_journal where seq > ? and seq <= ? order by seq'
        : `select hash from ledger_nodes where level = ${String(level)}
              and position >= ? and position < ? order by position`,
      [from, from + count],
    );
    assert.equal(rows.length, count, 'every hash below the root is kept');
    return rows.map(({ hash }) => hash);
  };
}
