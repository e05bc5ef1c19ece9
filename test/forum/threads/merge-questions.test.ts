import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { followQuestion } from '#src/forum/follow-question.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { readThread } from '#src/forum/read-thread.ts';
import { sayMeToo } from '#src/forum/say-me-too.ts';
import { searchQuestions } from '#src/forum/search/search-questions.ts';
import { takeDown } from '#src/forum/take-down.ts';
import { putBack } from '#src/forum/put-back.ts';
import { mergeQuestions } from '#src/forum/threads/merge-questions.ts';
import { undoMerge } from '#src/forum/threads/undo-merge.ts';
import { voteOnQuestion } from '#src/forum/vote.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Gone, NotAllowed, Refusal } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import {
  aComment,
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
} from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { lastReward } from '#test/support/rewarding.ts';
import { expectAllToAgree, payForAll, questionOf, snapshotOf } from './threads.ts';

describe('Merging questions', () => {
  const domain = aDomain({ connections: 10 });
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.owner);
    await payForAll(domain.owner);
  });
  afterEach(() => expectAllToAgree(domain.db));

  const merge = (source: QuestionRow, target: QuestionRow, by = moderator) =>
    domain.perform(by, (work) =>
      mergeQuestions(work, { source: source.id, target: target.id, reason: 'They ask the same' }),
    );
  const undo = ({ id }: QuestionRow) =>
    domain.perform(moderator, (work) => undoMerge(work, { source: id, reason: 'They do not' }));
  const two = async () =>
    [await anAnsweredQuestion(domain.owner), await anAnsweredQuestion(domain.owner)] as const;

  type Answered = Awaited<ReturnType<typeof two>>[0];
  /** One who has both questions too and likes them, and one who dislikes the first. */
  const twoWhoCare = async (one: Answered, other: Answered) => {
    const { owner, perform } = domain;
    const [both, only] = [await aMember(owner), await aMember(owner)];
    for (const { question } of [one, other]) {
      await perform(both, (work) => sayMeToo(work, question.id, true));
      await perform(both, (work) => voteOnQuestion(work, question.id, 1));
    }
    await perform(only, (work) => voteOnQuestion(work, one.question.id, -1));
    return { both, only };
  };

  it('moves answers with their comments, and finds them there alone', async () => {
    const { db, owner } = domain;
    const [one, other] = await two();
    const answer = await anAnswer(owner, { question_id: one.question.id, body: 'Use a marmoset' });
    await aComment(owner, { question_id: one.question.id, answer_id: answer.id });

    await merge(one.question, other.question);

    const { answers } = await readThread(db, other.question.id);
    expect(answers.map(({ id }) => id)).to.have.members([
      one.answer.id,
      answer.id,
      other.answer.id,
    ]);
    expect(answers.find(({ id }) => id === answer.id)?.comments).to.have.length(1);
    const { rows } = await searchQuestions(db, { q: 'marmoset' });
    expect(rows.map(({ id }) => id)).to.deep.equal([other.question.id]);
    expect(await questionOf(db, one.question.id)).to.include({ merged_into: other.question.id });
  });

  it('carries followers, votes and who has it too, each once', async () => {
    const { db, perform } = domain;
    const [one, other] = await two();
    const { both, only } = await twoWhoCare(one, other);
    await perform(other.asker, (work) => voteOnQuestion(work, one.question.id, 1));
    await perform(only, (work) => followQuestion(work, one.question.id, true));

    await merge(one.question, other.question);

    const merged = await questionOf(db, other.question.id);
    expect(merged).to.include({ score: 0, me_too_count: 2, answer_count: 2 });
    const followers = await db('follows').where({ question_id: merged.id }).pluck('member_id');
    expect(followers).to.have.members([both.id, only.id, one.asker.id]);
  });

  it('keeps every acceptance with whoever gave it, and its reward untouched', async () => {
    const { db, perform } = domain;
    const [one, other] = await two();
    await perform(one.asker, (work) => acceptAnswer(work, one.answer.id));
    await perform(other.asker, (work) => acceptAnswer(work, other.answer.id));
    const rewards = await Promise.all([one, other].map(({ answer }) => lastReward(db, answer)));

    await merge(one.question, other.question);

    const { acceptance, answers } = await readThread(db, other.question.id);
    expect(acceptance).to.include({ answer_id: other.answer.id });
    const moved = answers.find(({ id }) => id === one.answer.id);
    expect(moved?.accepted_by_others).to.deep.equal([{ name: one.asker.name, id: one.asker.id }]);
    expect(
      await Promise.all([one, other].map(({ answer }) => lastReward(db, answer))),
    ).to.deep.equal(rewards);
  });

  it('pays an answer once that both askers accept, and whoever is left when one withdraws', async () => {
    const { db, perform } = domain;
    const [one, other] = await two();
    await perform(one.asker, (work) => acceptAnswer(work, one.answer.id));
    await merge(one.question, other.question);

    await perform(other.asker, (work) => acceptAnswer(work, one.answer.id));
    const second = await lastReward(db, one.answer);
    await perform(one.asker, (work) => withdrawAcceptanceOf(work, one.answer.id));

    expect(second).to.include({ state: 'refused', refusal: 'paid-already' });
    expect(await lastReward(db, one.answer)).to.include({ id: second.id, state: 'held' });
    expect((await readThread(db, other.question.id)).acceptance).to.include({
      answer_id: one.answer.id,
    });
  });

  it('lets nobody but who asked withdraw, and whoever asked the merged one only what they gave', async () => {
    const { perform } = domain;
    const [one, other] = await two();
    await perform(other.asker, (work) => acceptAnswer(work, other.answer.id));
    await merge(one.question, other.question);

    const theirs = () => perform(one.asker, (work) => withdrawAcceptanceOf(work, other.answer.id));
    const accepting = () => perform(one.asker, (work) => acceptAnswer(work, one.answer.id));

    expect(await outcomeOf(theirs())).to.be.instanceOf(Refusal);
    expect(await outcomeOf(accepting())).to.be.instanceOf(Refusal);
  });

  it('ends an acceptance with the answer that moved, and brings it back with it', async () => {
    const { db, perform } = domain;
    const [one, other] = await two();
    await perform(one.asker, (work) => acceptAnswer(work, one.answer.id));
    await merge(one.question, other.question);
    const take = { reason: 'unsafe' } as const;

    await perform(moderator, (work) => takeDown(work, { answer: one.answer.id }, take));
    expect(await lastReward(db, one.answer)).to.include({ state: 'voided' });
    await perform(moderator, (work) => putBack(work, { answer: one.answer.id }, 'It was fine'));

    expect(await lastReward(db, one.answer)).to.include({ state: 'held' });
    expect(await questionOf(db, one.question.id)).to.include({ state: 'solved' });
  });

  it('undone leaves everything exactly as it was', async () => {
    const { db, owner, perform } = domain;
    const [one, other] = await two();
    await twoWhoCare(one, other);
    await perform(one.asker, (work) => acceptAnswer(work, one.answer.id));
    await perform(other.asker, (work) => acceptAnswer(work, other.answer.id));
    await aComment(owner, { question_id: one.question.id, answer_id: one.answer.id });
    const ids = [one.question.id, other.question.id];
    const before = await snapshotOf(db, ids);

    await merge(one.question, other.question);
    expect(await snapshotOf(db, ids)).not.to.deep.equal(before);
    await undo(one.question);

    expect(await snapshotOf(db, ids)).to.deep.equal(before);
  });

  it('undone leaves there what was said there since', async () => {
    const { db, owner, perform } = domain;
    const [one, other] = await two();
    await merge(one.question, other.question);
    const late = await aMember(owner);
    const said = await perform(late, (work) =>
      postAnswer(work, createMarkdown(), { question: other.question.id, body: 'Another way.' }),
    );
    await perform(one.asker, (work) => sayMeToo(work, other.question.id, false));
    domain.itIsNow('2026-01-15T13:00:00Z');
    await perform(one.asker, (work) => sayMeToo(work, other.question.id, true));

    await undo(one.question);

    const { answers, question } = await readThread(db, other.question.id);
    expect(answers.map(({ id }) => id)).to.have.members([other.answer.id, said.id]);
    expect(question.me_too_count).to.equal(1);
  });

  it('leads a chain on in one step, and takes it back the last first', async () => {
    const { db } = domain;
    const [one, other] = await two();
    const { question: third } = await anAnsweredQuestion(domain.owner);
    await merge(one.question, other.question);
    await merge(other.question, third);

    expect(await questionOf(db, one.question.id)).to.include({ merged_into: third.id });
    expect(await outcomeOf(undo(one.question))).to.be.instanceOf(Conflict);
    await undo(other.question);
    expect(await questionOf(db, one.question.id)).to.include({ merged_into: other.question.id });
    await undo(one.question);

    expect(await questionOf(db, one.question.id)).to.include({
      merged_into: null,
      answer_count: 1,
    });
  });

  it('refuses what is removed, merged or itself, whoever is no moderator, and too late an undo', async () => {
    const { owner, perform } = domain;
    const [one, other] = await two();
    const removed = await aQuestion(owner);
    const ref = { question: removed.id };
    await perform(moderator, (work) => takeDown(work, ref, { reason: 'spam' }));
    const helper = await aMember(owner, { level: 'guide' });

    expect(await outcomeOf(merge(one.question, removed))).to.be.instanceOf(Gone);
    expect(await outcomeOf(merge(one.question, one.question))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(merge(one.question, other.question, helper))).to.be.instanceOf(
      NotAllowed,
    );
    domain.itIsNow('2026-01-15T12:00:00Z');
    await merge(one.question, other.question);
    expect(await outcomeOf(merge(other.question, one.question))).to.be.instanceOf(Conflict);
    domain.itIsNow('2026-01-30T12:00:01Z');
    expect(await outcomeOf(undo(one.question))).to.be.instanceOf(Conflict);
  });

  it('is not taken back over an acceptance that was given since', async () => {
    const { perform } = domain;
    const [one, other] = await two();
    await merge(one.question, other.question);
    await perform(other.asker, (work) => acceptAnswer(work, one.answer.id));

    expect(await outcomeOf(undo(one.question))).to.be.instanceOf(Conflict);
  });

  it('either way at once happens one way', async () => {
    const { db } = domain;
    for (let race = 0; race < 20; race += 1) {
      const [one, other] = await two();

      const outcomes = await Promise.all(
        [merge(one.question, other.question), merge(other.question, one.question)].map(outcomeOf),
      );

      expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
      const ids = [one.question.id, other.question.id];
      expect(await db('questions').whereIn('id', ids).whereNull('merged_into')).to.have.length(1);
    }
  });
});
