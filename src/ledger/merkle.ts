import { hash } from 'node:crypto';

/*
 * Merkle trees as in RFC 6962, section 2.1: a leaf is hashed behind a zero byte and a node behind
 * a one, so that neither can pass for the other.
 */

/** Every how many levels the database keeps the nodes of the tree. */
export const KEPT_EVERY = 8;

/** The root of no leaves at all. */
export const EMPTY_ROOT = hash('sha256', '', 'buffer');

export const leafHash = (text: string): Buffer =>
  hash('sha256', Buffer.concat([ZERO, Buffer.from(text)]), 'buffer');

export const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  hash('sha256', Buffer.concat([ONE, left, right]), 'buffer');

const ZERO = Buffer.of(0);
const ONE = Buffer.of(1);

/** A perfect subtree: 2^level leaves, of which the first is position × 2^level. */
export type Subtree = { level: number; position: number; hash: Buffer };

/** A tree that grows by one leaf after another and keeps only its largest perfect subtrees. */
export type GrowingTree = {
  size: () => number;
  root: () => Buffer;
  /** Calls back with every perfect subtree that the leaf completes. */
  append: (leaf: Buffer, onSubtree?: (subtree: Subtree) => void) => void;
};

export function growTree(): GrowingTree {
  const peaks: Subtree[] = [];
  let size = 0;
  return {
    size: () => size,
    root: () =>
      peaks.reduceRight<Buffer | undefined>(
        (right, { hash: left }) => (right ? nodeHash(left, right) : left),
        undefined,
      ) ?? EMPTY_ROOT,
    append: (leaf, onSubtree) => {
      let grown: Subtree = { level: 0, position: size, hash: leaf };
      for (let left = peaks.at(-1); left?.level === grown.level; left = peaks.at(-1)) {
        peaks.pop();
        const position = left.position / 2;
        grown = { level: grown.level + 1, position, hash: nodeHash(left.hash, grown.hash) };
        onSubtree?.(grown);
      }
      peaks.push(grown);
      size += 1;
    },
  };
}

/** Where hashes are kept: those of a level (0: leaves), from a position on. */
export type ReadHashes = (level: number, from: number, count: number) => Promise<Buffer[]>;

/** The root of the leaves from `from` up to, not including, `to`, where `from` begins a subtree. */
export async function rootOf(read: ReadHashes, from: number, to: number): Promise<Buffer> {
  const size = to - from;
  if (size === 0) return EMPTY_ROOT;
  const half = halfOf(size);
  if (size === 1 || size === 2 * half) return perfectRoot(read, Math.log2(size), from / size);
  return nodeHash(await rootOf(read, from, from + half), await rootOf(read, from + half, to));
}

/**
 * The hashes, from the leaf's sibling up to below the root, with which whoever has the leaf can
 * work out the root of the first `size` leaves.
 */
export async function auditPath(read: ReadHashes, index: number, size: number): Promise<Buffer[]> {
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + halfOf(to - from);
    const isLeft = index < middle;
    path.push(await (isLeft ? rootOf(read, middle, to) : rootOf(read, from, middle)));
    [from, to] = isLeft ? [from, middle] : [middle, to];
  }
  return path.reverse();
}

/** The largest power of two below a size. */
function halfOf(size: number): number {
  let half = 1;
  while (2 * half < size) half *= 2;
  return half;
}

/** From the nodes that are kept below it, of which there are at most 2^(KEPT_EVERY - 1). */
async function perfectRoot(read: ReadHashes, level: number, position: number): Promise<Buffer> {
  const kept = level - (level % KEPT_EVERY);
  const count = 2 ** (level - kept);
  const tree = growTree();
  for (const node of await read(kept, position * count, count)) tree.append(node);
  return tree.root();
}
