import type { Knex } from 'knex';

import { ENTRIES, LEAF_TEXT } from './leaf.ts';
import { readExtent, readMarks, type Extent, type KeptRoot, type Mark } from './marks.ts';
import { growTree, KEPT_EVERY, nodeHash, type GrowingTree, type Subtree } from './merkle.ts';
import type { Finding } from './verify.ts';

/**
 * Grows the tree anew from the leaves, a page at a time and in constant memory, holding every leaf
 * against its transfer and every root that was ever written down against the tree of that size.
 */
export async function verifyTree(db: Knex, outside: KeptRoot[]): Promise<Finding[]> {
  const extent = await readExtent(db);
  const check: Check = { db, extent, outside, tree: growTree(), findings: emptyFindings() };
  await checkMarks(check, { above: -1n, upTo: 0n });
  for (let after = 0n; after < extent.lastSeq; after += PAGE) await checkPage(check, after);
  await checkEnd(check);
  const { outside: kept, ...findings } = check.findings;
  return [...Object.values(findings), ...(outside.length > 0 ? [kept] : [])];
}

type Check = {
  db: Knex;
  extent: Extent;
  outside: KeptRoot[];
  /** Undefined from the first gap on: what is missing cannot be grown. */
  tree: GrowingTree | undefined;
  findings: Record<'leaves' | 'nodes' | Mark['kind'], Finding>;
};

/** Entries: their leaves are half a megabyte. */
const PAGE = BigInt(2 ** (KEPT_EVERY + 6));

const emptyFindings = (): Check['findings'] => ({
  leaves: finding('Every leaf is what its transfer says'),
  block: finding('Every block’s root is that of the leaves up to it, and the last is the end'),
  nodes: finding('Every node that is kept is that of its leaves'),
  checkpoint: finding('Every checkpoint’s tree is in the ledger'),
  outside: finding('The tree of the checkpoint that was kept outside is in the ledger'),
});

const finding = (rule: string): Finding => ({ rule, broken: 0n, first: null });

function note(found: Finding, first: string, broken = 1n): void {
  found.broken += broken;
  found.first ??= first;
}

type Page = { entries: bigint; wrong: bigint; first: bigint | null; leaves: Buffer | null };

async function checkPage(check: Check, after: bigint): Promise<void> {
  const { db, extent, findings } = check;
  const upTo = after + PAGE < extent.lastSeq ? after + PAGE : extent.lastSeq;
  const page = await readPage(db, after, upTo);
  if (page.first !== null) {
    note(findings.leaves, await describe(db, page.first), page.wrong);
  }
  if (page.entries !== upTo - after) check.tree = undefined;
  await checkMarks(check, { above: after, upTo, leaves: page.leaves });
}

/** The ids are bounded too, so that the planner reads this page's transfers and no others. */
async function readPage(db: Knex, after: bigint, upTo: bigint): Promise<Page> {
  const span = 'j.seq > :after and j.seq <= :upTo';
  const ids = await db.raw<{ rows: [{ from: bigint | null; to: bigint | null }] }>(
    `select min(transfer_id) as from, max(transfer_id) as to from ledger_journal j where ${span}`,
    { after, upTo },
  );
  const { rows } = await db.raw<{ rows: [Page] }>(
    `select count(*) as entries, string_agg(leaf, ''::bytea order by seq) as leaves,
            count(*) filter (where leaf is distinct from expected) as wrong,
            min(seq) filter (where leaf is distinct from expected) as first
       from (select j.seq, j.leaf,
                    sha256('\\x00'::bytea || convert_to(${LEAF_TEXT}, 'UTF8')) as expected
               from ledger_journal j
               left join ledger_transfers t
                 on t.id = j.transfer_id and t.id between :from and :to
               left join ledger_accounts d on d.id = t.debit_account_id
               left join ledger_accounts c on c.id = t.credit_account_id
              where ${span}) as entry`,
    { after, upTo, ...ids.rows[0] },
  );
  return rows[0];
}

type Span = { above: bigint; upTo: bigint; leaves?: Buffer | null };

/** Grows the tree by a page, stopping wherever a root was written down. */
async function checkMarks(check: Check, { above, upTo, leaves }: Span): Promise<void> {
  const { db, extent, outside, tree } = check;
  const marks = await readMarks(db, extent, { above, upTo });
  for (const { treeSize, ...kept } of outside) {
    if (treeSize > above && treeSize <= upTo) marks.push({ ...kept, treeSize, kind: 'outside' });
  }
  marks.sort((a, b) => Number(a.treeSize - b.treeSize));
  const subtrees: Subtree[] = [];
  let from = 0;
  const growTo = (treeSize: bigint) => {
    const to = Number(treeSize - above) * 32;
    for (; leaves && from < to; from += 32) {
      tree?.append(leaves.subarray(from, from + 32), (subtree) => {
        if (subtree.level % KEPT_EVERY === 0) subtrees.push(subtree);
      });
    }
  };
  for (const mark of marks) {
    growTo(mark.treeSize);
    checkMark(check, mark);
  }
  growTo(upTo);
  await checkNodes(check, subtrees);
}

function checkMark({ tree, findings }: Check, { kind, name, treeSize, root }: Mark): void {
  const found = findings[kind];
  if (!tree) note(found, `${name}: entries up to ${count(treeSize)} are missing`);
  else if (!tree.root().equals(root)) {
    note(found, `${name}: entries 1 to ${count(treeSize)} no longer have its root`);
  }
}

async function checkNodes({ db, findings }: Check, subtrees: Subtree[]): Promise<void> {
  if (subtrees.length === 0) return;
  const { rows } = await db.raw<{ rows: { level: number; position: bigint }[] }>(
    `select level, position
       from unnest(?::int[], ?::bigint[], ?::bytea[]) as grown (level, position, hash)
       left join ledger_nodes n using (level, position)
      where n.hash is distinct from grown.hash order by level, position`,
    [
      subtrees.map(({ level }) => level),
      subtrees.map(({ position }) => position),
      subtrees.map(({ hash }) => hash),
    ],
  );
  for (const { level, position } of rows) {
    note(findings.nodes, `node ${count(position)} of level ${String(level)}`);
  }
}

/** Beyond the last entry there is no root, and the sealer goes on from the tree that is there. */
async function checkEnd({ db, extent, outside, tree, findings }: Check): Promise<void> {
  const { lastSeq, sealed, peaks } = extent;
  const beyond: Mark[] = await readMarks(db, extent, { above: lastSeq });
  for (const kept of outside) {
    if (kept.treeSize > lastSeq) beyond.push({ ...kept, kind: 'outside' });
  }
  for (const { kind, name, treeSize } of beyond) {
    const ends = `the ledger ends at entry ${count(lastSeq)}`;
    note(findings[kind], `${name}: it has ${count(treeSize)} entries, but ${ends}`);
  }
  const last = await db('ledger_blocks').where({ number: extent.lastBlock }).first('tree_size');
  if ((last?.tree_size ?? 0n) < lastSeq) {
    note(findings.block, `entry ${count((last?.tree_size ?? 0n) + 1n)}: no block has sealed it`);
  }
  const top = peaks?.reduceRight<Buffer | undefined>(
    (right, left) => (right ? nodeHash(left, right) : left),
    undefined,
  );
  if (sealed !== lastSeq || (top && tree && !tree.root().equals(top))) {
    note(findings.block, 'the sealer: it goes on from another tree');
  }
}

async function describe(db: Knex, seq: bigint): Promise<string> {
  const { rows } = await db.raw<{ rows: { transfer_id: bigint; key: string | null }[] }>(
    `select j.transfer_id, t.key from ${ENTRIES} where j.seq = :seq`,
    { seq },
  );
  const { transfer_id, key } = rows[0] ?? {};
  const transfer = `transfer ${String(transfer_id)}`;
  return key === null
    ? `entry ${count(seq)} (${transfer}): its transfer is gone`
    : `entry ${count(seq)} (${transfer}, key ${String(key)}): its leaf no longer matches`;
}

const count = (number: bigint | number) => number.toLocaleString('en-GB');
