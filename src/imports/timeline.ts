import type { DumpAnswer, DumpQuestion } from './dump-rows.ts';
import type { Dump } from './dump.ts';

/** One thing that somebody did, when they did it. */
export type Step = { at: Date } & (
  | { kind: 'question'; post: DumpQuestion }
  | { kind: 'answer'; post: DumpAnswer }
  | { kind: 'acceptance'; post: DumpAnswer }
);

/**
 * All that a dump tells of, in the order in which it happened.
 *
 * A dump does not say when an answer was accepted: it counts as accepted when it was given. What
 * is dated before its question, as after two questions were merged, is dated with it.
 */
export function timelineOf({ questions, answers }: Dump): Step[] {
  const questionOf = new Map(questions.map((question) => [question.id, question]));
  const steps: Step[] = questions.map((post) => ({ kind: 'question', at: post.createdAt, post }));
  for (const post of answers) {
    const question = questionOf.get(post.questionId);
    const at = later(post.createdAt, question?.createdAt ?? post.createdAt);
    steps.push({ kind: 'answer', at, post });
    if (question?.acceptedAnswerId === post.id) steps.push({ kind: 'acceptance', at, post });
  }
  return steps.sort(byTime);
}

const ORDER: readonly Step['kind'][] = ['question', 'answer', 'acceptance'];

const byTime = (one: Step, two: Step) =>
  one.at.getTime() - two.at.getTime() ||
  ORDER.indexOf(one.kind) - ORDER.indexOf(two.kind) ||
  one.post.id - two.post.id;

const later = (one: Date, two: Date) => (one > two ? one : two);
