/** A pause that is longer was a break, in milliseconds: a claim has lapsed by then. */
const BREAK = 5 * 60_000;

/** What follows within a second was decided together with others at once. */
const AT_ONCE = 1_000;

/** Fewer pauses say nothing of how somebody works. */
const FEWEST = 10;

/**
 * How many seconds somebody takes for a decision: the median of the pauses between the instants at
 * which they decided, in any order. Undefined where too few are known.
 */
export function secondsPerDecision(decided: readonly Date[]): number | undefined {
  const instants = decided.map((at) => at.getTime()).sort((one, other) => one - other);
  const pauses = instants
    .slice(1)
    .map((instant, index) => instant - (instants[index] ?? instant))
    .filter((pause) => pause >= AT_ONCE && pause <= BREAK)
    .sort((one, other) => one - other);
  if (pauses.length < FEWEST) return undefined;
  const [low, high] = [pauses[(pauses.length - 1) >> 1] ?? 0, pauses[pauses.length >> 1] ?? 0];
  return (low + high) / 2_000;
}
