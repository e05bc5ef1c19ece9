import assert from 'node:assert/strict';

import { expect } from 'chai';

import { reconcileBooks } from '#src/finance/proof/reconcile.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { putBack } from '#src/forum/put-back.ts';
import type { AnswerId, QuestionId } from '#src/forum/rows.ts';
import { sayMeToo } from '#src/forum/say-me-too.ts';
import { takeDown } from '#src/forum/take-down.ts';
import { mergeQuestions } from '#src/forum/threads/merge-questions.ts';
import { undoMerge } from '#src/forum/threads/undo-merge.ts';
import { voteOnQuestion } from '#src/forum/vote.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Refusal } from '#src/refusals.ts';
import type { Work } from '#src/work.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { expectAllToAgree, payForAll } from './threads.ts';

/** The same numbers for the same seed, from 0 up to 1. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('Threads in any order of merging, accepting and taking back', function () {
  this.timeout(120_000);
  const domain = aDomain({ connections: 8 });
  const people: MemberRow[] = [];
  const questions: QuestionId[] = [];
  const answers: AnswerId[] = [];
  let moderator: MemberRow;

  beforeEach(async () => {
    const { owner } = domain;
    for (const made of [people, questions, answers]) made.length = 0;
    moderator = await aModerator(owner);
    const topics = [await aTopic(owner), await aTopic(owner)];
    for (let nth = 0; nth < 5; nth += 1) people.push(await aMember(owner));
    for (const [nth, { id: author_id }] of people.slice(0, 4).entries()) {
      const topic_id = topics[nth % 2]?.id;
      assert(topic_id, 'there are two topics');
      const { id: question_id } = await aQuestion(owner, { author_id, topic_id });
      questions.push(question_id);
      for (const { id } of people.slice(3)) {
        answers.push((await anAnswer(owner, { question_id, author_id: id })).id);
      }
    }
  });
  before(() => payForAll(domain.owner));

  type Act = { by: MemberRow; command: (work: Work) => Promise<unknown> };

  function acts(chance: () => number): (() => Act)[] {
    const oneOf = <T>(list: readonly T[]): T => {
      const picked = list[Math.floor(chance() * list.length)];
      assert(picked !== undefined, 'there is something to pick from');
      return picked;
    };
    const merge = (): Act => {
      const [source, target] = [oneOf(questions), oneOf(questions)];
      const merging = { source, target, reason: 'They ask the same' };
      return { by: moderator, command: (work) => mergeQuestions(work, merging) };
    };
    const undo = (): Act => {
      const undoing = { source: oneOf(questions), reason: 'They do not' };
      return { by: moderator, command: (work) => undoMerge(work, undoing) };
    };
    const accept = (): Act => {
      const answer = oneOf(answers);
      return { by: oneOf(people.slice(0, 4)), command: (work) => acceptAnswer(work, answer) };
    };
    const withdraw = (): Act => {
      const answer = oneOf(answers);
      return { by: oneOf(people), command: (work) => withdrawAcceptanceOf(work, answer) };
    };
    const remove = (): Act => {
      const ref = chance() < 0.7 ? { answer: oneOf(answers) } : { question: oneOf(questions) };
      return { by: moderator, command: (work) => takeDown(work, ref, { reason: 'unsafe' }) };
    };
    const restore = (): Act => {
      const ref = chance() < 0.6 ? { answer: oneOf(answers) } : { question: oneOf(questions) };
      const how = { asItWas: chance() < 0.5 };
      return { by: moderator, command: (work) => putBack(work, ref, 'It was fine', how) };
    };
    const join = (): Act => {
      const [question, on] = [oneOf(questions), chance() < 0.7];
      return { by: oneOf(people), command: (work) => sayMeToo(work, question, on) };
    };
    const vote = (): Act => {
      const [question, value] = [oneOf(questions), oneOf([1, -1, 0] as const)];
      return { by: oneOf(people), command: (work) => voteOnQuestion(work, question, value) };
    };
    const often = [merge, merge, undo, undo, accept, accept, accept, accept, withdraw, restore];
    return [...often, restore, remove, join, vote];
  }

  async function expectInvariants() {
    await expectAllToAgree(domain.db);
    const broken = (await reconcileBooks(domain.db)).filter(({ broken: count }) => count > 0n);
    expect(broken).to.deep.equal([]);
  }

  for (const seed of [1, 2, 3]) {
    it(`keeps one paid acceptance of an answer, and counts what is there (${String(seed)})`, async () => {
      const chance = chances(seed);
      const possible = acts(chance);
      let done = 0;
      for (let step = 0; step < 120; step += 1) {
        const act = possible[Math.floor(chance() * possible.length)];
        assert(act, 'there is something to do');
        const { by, command } = act();
        const outcome = await outcomeOf(domain.perform(by, command));
        if (!(outcome instanceof Error)) done += 1;
        else if (!(outcome instanceof Refusal)) throw outcome;
        if (step % 20 === 19) await expectInvariants();
      }
      expect(done).to.be.greaterThan(20);
    });
  }

  it('at the same moment', async () => {
    const chance = chances(7);
    const possible = acts(chance);
    for (let round = 0; round < 12; round += 1) {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => {
          const act = possible[Math.floor(chance() * possible.length)];
          assert(act, 'there is something to do');
          const { by, command } = act();
          return outcomeOf(domain.perform(by, command));
        }),
      );
      const failures = outcomes.filter(
        (outcome) => outcome instanceof Error && !(outcome instanceof Refusal),
      );
      expect(failures.map(String)).to.deep.equal([]);
      await expectInvariants();
    }
  });
});
