import type { Knex } from 'knex';

import { findAlike, readLearned, type Matcher } from '#src/forum/similar/find-similar.ts';
import { PAIRS_EACH, SAME } from '#src/forum/similar/same.ts';
import { percentOf } from '#src/forum/similar/score.ts';
import type { QuestionId } from '#src/forum/rows.ts';

/** How well pairs are told that ask the same, by meaning and letters, and by letters alone. */
export type Pairs = { placed: AtThreshold[]; letters: AtThreshold[] };

/**
 * What is offered from a likeness on, in percent: how many pairs, the share of them that ask the
 * same, and the share of questions that are offered one that does.
 */
export type AtThreshold = { least: number; pairs: number; precision: number; recall: number };

/** The share of pairs that ask the same, at the threshold in use, that is promised. */
export const PRECISION = 0.9;

/** Every tenth question is compared with all others, as by the job that keeps likely pairs. */
export async function tryPairs(
  db: Knex,
  matcher: Matcher,
  intents: ReadonlyMap<QuestionId, string>,
): Promise<Pairs> {
  const asked = [...intents.keys()].filter((_, at) => at % 10 === 0);
  const offer = async (by: Matcher) => {
    const offered: Offered[][] = [];
    for (const id of asked) offered.push(await offeredTo(db, by, id, intents));
    return THRESHOLDS.map((least) => atThreshold(offered, least));
  };
  return {
    placed: await offer(matcher),
    letters: await offer({ ...matcher, embedder: undefined }),
  };
}

/** Whether as many of the pairs ask the same as is promised, at the threshold in use. */
export const arePreciseEnough = ({ placed, letters }: Pairs): boolean =>
  [placed, letters].every((all) => (inUse(all)?.precision ?? 0) >= PRECISION);

/** What is offered at the threshold in use. */
export const inUse = (all: readonly AtThreshold[]): AtThreshold | undefined =>
  all.find(({ least }) => least === SAME);

const THRESHOLDS = [40, 48, 56, 60, 64, 68, 72, SAME, 80, 84, 88];

type Offered = { percent: number; right: boolean };

async function offeredTo(
  db: Knex,
  matcher: Matcher,
  id: QuestionId,
  intents: ReadonlyMap<QuestionId, string>,
): Promise<Offered[]> {
  const learned = await readLearned(db, id);
  const place = matcher.embedder ? (learned?.place ?? null) : null;
  const wanted = { text: learned?.text ?? '', place };
  const found = await findAlike(db, matcher, id, wanted, PAIRS_EACH);
  return found.map(({ id: other, score }) => ({
    percent: percentOf(wanted, score),
    right: intents.get(other) === intents.get(id),
  }));
}

function atThreshold(offered: readonly Offered[][], least: number): AtThreshold {
  const kept = offered.map((each) => each.filter(({ percent }) => percent >= least));
  const pairs = kept.flat();
  const right = pairs.filter((pair) => pair.right).length;
  const found = kept.filter((each) => each.some((pair) => pair.right)).length;
  const precision = pairs.length === 0 ? 0 : right / pairs.length;
  return { least, pairs: pairs.length, precision, recall: found / offered.length };
}
