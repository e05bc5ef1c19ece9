import type { Knex } from 'knex';

/** A root that somebody kept: of the first `treeSize` entries. */
export type KeptRoot = { name: string; treeSize: bigint; root: Buffer };

/** A place in the tree where a root was written down, in a block, in a checkpoint or elsewhere. */
export type Mark = KeptRoot & { kind: 'block' | 'checkpoint' | 'outside' };

/** How far the ledger went when it was looked at: what comes later is for the next look. */
export type Extent = {
  lastSeq: bigint;
  lastBlock: bigint;
  lastCheckpoint: number;
  /** What the sealer goes on from. */
  sealed: bigint | null;
  peaks: Buffer[] | null;
};

export async function readExtent(db: Knex): Promise<Extent> {
  const { rows } = await db.raw<{ rows: [Extent] }>(
    `select (select coalesce(max(seq), 0) from ledger_journal) as "lastSeq",
            (select coalesce(max(number), 0) from ledger_blocks) as "lastBlock",
            (select coalesce(max(id), 0) from ledger_checkpoints) as "lastCheckpoint",
            s.tree_size as sealed, s.peaks
       from (select) as one left join ledger_sealer s on true`,
  );
  return rows[0];
}

/** The marks above one size of the tree, up to another if there is one, in their order. */
export async function readMarks(
  db: Knex,
  { lastBlock, lastCheckpoint }: Extent,
  { above, upTo = null }: { above: bigint; upTo?: bigint | null },
): Promise<Mark[]> {
  const { rows } = await db.raw<{ rows: Mark[] }>(
    `select 'block' as kind, 'block ' || number as name, tree_size as "treeSize", root
       from ledger_blocks
      where number <= :lastBlock and tree_size > :above and tree_size <= coalesce(:upTo, tree_size)
     union all
     select 'checkpoint', 'checkpoint ' || why, tree_size, root
       from ledger_checkpoints
      where id <= :lastCheckpoint and tree_size > :above
        and tree_size <= coalesce(:upTo, tree_size)
      order by "treeSize"`,
    { lastBlock, lastCheckpoint, above, upTo },
  );
  return rows;
}
