import { allOf, anyOf, type Compiled } from './compile-query.ts';
import { byRank, type Candidate } from './find-candidates.ts';

/** A search that asks for less than was typed. */
export type Looser = {
  /** What was let go of: that words stand side by side, one of the words, or more than one. */
  kind: 'apart' | 'all-but-one' | 'some';
  candidates: readonly Candidate[];
};

type Find = (queries: { strict: string; loose: string }) => Promise<Candidate[]>;

/**
 * What comes closest where nothing has all that is wanted: the words of a phrase apart, then all but
 * one of them, then the one that fewest have. Nothing where none of them is anywhere.
 */
export async function loosen(wanted: readonly Compiled[], find: Find): Promise<Looser | undefined> {
  const loose = wanted.map((one) => one.loose);
  const finding = (query: string) => find({ strict: query, loose: query });
  if (wanted.some((one) => one.strict !== one.loose)) {
    const candidates = await finding(allOf(loose));
    if (candidates.length > 0) return { kind: 'apart', candidates };
  }
  if (wanted.length > 2) {
    const allButOne = loose.map((_, left) => allOf(loose.filter((_one, at) => at !== left)));
    const candidates = await finding(anyOf(allButOne));
    if (candidates.length > 0) return { kind: 'all-but-one', candidates };
  }
  return wanted.length > 1 ? rarest(loose, finding) : undefined;
}

/** Those that have the word which fewest have. */
async function rarest(
  queries: readonly string[],
  finding: (query: string) => Promise<Candidate[]>,
): Promise<Looser | undefined> {
  const pools = await Promise.all(queries.map(finding));
  const [candidates] = pools
    .filter(({ length }) => length > 0)
    .sort((one, other) => one.length - other.length);
  return candidates && { kind: 'some', candidates: candidates.toSorted(byRank) };
}
