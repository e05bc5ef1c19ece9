import type { QuestionId, TopicId } from '../rows.ts';
import { gramLikeness, gramsOf, type Grams } from './grams.ts';
import { nearness, type Place } from './places.ts';

/** A question that may ask the same. */
export type Candidate = { id: QuestionId; title: string; place: Place | null };

/** What is looked for; without a model it has no place. */
export type Wanted = { text: string; place: Place | null };

/** A question that is like what is wanted, and where it was asked. */
export type Scored = { id: QuestionId; topic: TopicId; score: number };

/** One whose place is still at hand, to choose from. */
export type Near = Scored & Pick<Candidate, 'place'>;

/**
 * What meaning counts beside spelling, where the model knows both. Chosen on BANKING77's training
 * questions, every tenth against the rest: from 1 to 2 all do about as well.
 */
const MEANING = 1.5;

/** What is less like it than this is so by chance; by letters alone there is less to go by. */
const LEAST = { placed: 0.9, letters: 0.25 };

/** How many are compared letter by letter: comparing places costs little, comparing grams more. */
const COMPARED = 120;

/** How many of the best are chosen from. */
const POOL = 30;

/**
 * What it counts against a question that it is like one that is chosen already: five that ask the
 * same help no more than one of them. On the same questions, anything from 0.3 to 1.3 finds more.
 */
const SAMENESS = 1;

/** A score as whole percent of the most there can be: by letters alone there is less to have. */
export const percentOf = ({ place }: Wanted, score: number): number =>
  Math.round((score / (place ? MEANING + 1 : 1)) * 100);

/** The candidates that are most like what is wanted, the best first; none that are not like it. */
export function nearest(wanted: Wanted, candidates: readonly Candidate[]): Omit<Near, 'topic'>[] {
  const grams = gramsOf(wanted.text);
  const near = candidates
    .map((candidate) => ({ candidate, meaning: meaningOf(wanted, candidate) }))
    .sort((one, other) => other.meaning - one.meaning);
  const least = wanted.place ? LEAST.placed : LEAST.letters;
  return (wanted.place ? near.slice(0, COMPARED) : near)
    .map(({ candidate, meaning }) => weighed(grams, candidate, meaning))
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score)
    .slice(0, POOL);
}

function weighed(wanted: Grams, { title, ...candidate }: Candidate, meaning: number) {
  return { ...candidate, score: MEANING * meaning + gramLikeness(wanted, gramsOf(title)) };
}

/** The best of all, and after it each time the one that is best and least like those before it. */
export function choose(best: readonly Near[], limit: number): Scored[] {
  const chosen: Near[] = [];
  let left = best.map((one) => ({ one, sameness: 0 }));
  while (chosen.length < limit) {
    const next = left.toSorted((a, b) => standing(b) - standing(a)).at(0)?.one;
    if (!next) break;
    chosen.push(next);
    left = left
      .filter(({ one }) => one !== next)
      .map(({ one, sameness }) => ({ one, sameness: Math.max(sameness, likeness(one, next)) }));
  }
  return chosen.map(({ place: _, ...scored }) => scored);
}

const standing = ({ one, sameness }: { one: Scored; sameness: number }) =>
  one.score - SAMENESS * sameness;

/** By meaning alone: letters do not tell who asks the same from who writes the same. */
const likeness = (one: Near, other: Near): number =>
  one.place && other.place ? nearness(one.place, other.place) : 0;

const meaningOf = ({ place }: Wanted, candidate: Candidate): number =>
  place && candidate.place ? nearness(place, candidate.place) : 0;
