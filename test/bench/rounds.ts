/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** What each of several things measured, round by round, and the median of each. */
export type Rounds<Name extends string> = Record<Name, { rounds: number[]; median: number }>;

/**
 * Measures several things in turn, round after round, so that whatever else the machine does meets
 * all of them alike. The first round warms up and is not counted.
 */
export async function interleave<Name extends string>(
  rounds: number,
  measure: Record<Name, () => Promise<number>>,
): Promise<Rounds<Name>> {
  const names = Object.keys(measure) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const value = await measure[name]();
      if (round > 0) found[name]?.push(value);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, { rounds: found[name] ?? [], median: median(found[name] ?? []) }]),
  ) as Rounds<Name>;
}
