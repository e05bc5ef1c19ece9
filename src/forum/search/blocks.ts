/** Questions are in blocks of 2 to the power of these by their number, each in one of each size. */
const SIZES = [10, 13, 16, 19] as const;

/** As `search_tags` in the database writes them. */
const tagOf = (size: number, id: number) => `b${String(size)}:${String(id >> size)}`;

/**
 * Blocks that hold every number up to `top`, the newest first and small ones first: whoever stops
 * when enough is found has read little, and reading all of them takes few steps. `few`: the largest
 * alone, for what is rare in any of them.
 */
export function blocksBelow(top: number, { few = false } = {}): string[] {
  const blocks: string[] = [];
  let level = few ? SIZES.length - 1 : 0;
  for (let last = top; last >= 0;) {
    while (level < SIZES.length - 1 && isWhole(last, sizeAt(level + 1))) level += 1;
    blocks.push(tagOf(sizeAt(level), last));
    last = ((last >> sizeAt(level)) << sizeAt(level)) - 1;
  }
  return blocks;
}

const sizeAt = (level: number): number => SIZES[level] ?? SIZES[0];

/** Whether a number is the last of a block of that size. */
const isWhole = (last: number, size: number) => (last + 1) % 2 ** size === 0;
