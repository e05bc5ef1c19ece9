import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { mergeQuestions } from '#src/forum/threads/merge-questions.ts';
import { splitQuestion } from '#src/forum/threads/split-question.ts';
import { undoSplit } from '#src/forum/threads/undo-split.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { AnswerId, AnswerRow, QuestionId, TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Refusal } from '#src/refusals.ts';
import type { Work } from '#src/work.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { expectAllToAgree, expectThreadsToAgree, payForAll } from './threads.ts';

const ROUNDS = 20;

describe('Splitting a thread at the same moment as', function () {
  this.timeout(120_000);
  const domain = aDomain({ connections: 12 });
  let moderators: MemberRow[];
  let topic: TopicRow;
  let asker: MemberRow;
  before(async () => {
    const { owner } = domain;
    moderators = [await aModerator(owner), await aModerator(owner)];
    [topic, asker] = [await aTopic(owner), await aMember(owner)];
    await payForAll(owner);
  });
  afterEach(() => expectAllToAgree(domain.db));

  const aThread = async () => {
    const { owner } = domain;
    const question = await aQuestion(owner, { author_id: asker.id, topic_id: topic.id });
    const answers = [];
    for (let nth = 0; nth < 3; nth += 1) {
      answers.push(await anAnswer(owner, { question_id: question.id }));
    }
    return { question, answers: answers as [AnswerRow, AnswerRow, AnswerRow] };
  };

  type Act = [MemberRow | undefined, (work: Work) => Promise<unknown>];

  /** All of it at once; whatever fails but by a refusal fails the test. Says which went through. */
  async function atOnce(...acts: Act[]): Promise<boolean[]> {
    const outcomes = await Promise.all(
      acts.map(([by, command]) => outcomeOf(domain.perform(by ?? asker, command))),
    );
    const broken = outcomes.filter((one) => one instanceof Error && !(one instanceof Refusal));
    expect(broken.map(String)).to.deep.equal([]);
    return outcomes.map((one) => !(one instanceof Error));
  }

  const split = (id: QuestionId, answers: readonly AnswerId[], nth = 0): Act => [
    moderators[nth],
    (work) =>
      splitQuestion(work, createMarkdown(), {
        ...{ question: id, picks: { answers, comments: [] }, reason: 'It asks something else' },
        asked: { topic: topic.slug, title: 'Does it work in the States', body: 'And there?' },
      }),
  ];
  const accept = (id: AnswerId): Act => [asker, (work) => acceptAnswer(work, id)];

  it('its asker accepts what would move: one of the two happens', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { question, answers } = await aThread();
      const [first, second] = answers;

      const done = await atOnce(split(question.id, [first.id, second.id]), accept(second.id));

      expect(done.filter(Boolean)).to.have.length(1);
    }
  });

  it('an acceptance is withdrawn, and another given', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { question, answers } = await aThread();
      const [first, second, third] = answers;
      await domain.perform(asker, (work) => acceptAnswer(work, second.id));

      await atOnce(
        split(question.id, [first.id, second.id]),
        [asker, (work) => withdrawAcceptanceOf(work, second.id)],
        accept(third.id),
      );

      const live = await domain.db('acceptances').where({ answer_id: second.id });
      expect(live.filter(({ withdrawn_at }) => withdrawn_at === null)).to.have.length(0);
    }
  });

  it('a colleague splits off the same answers: each moves once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { question, answers } = await aThread();
      const [first, second, third] = answers;

      const done = await atOnce(
        split(question.id, [first.id, second.id], 0),
        split(question.id, [second.id, third.id], 1),
      );

      expect(done.filter(Boolean)).to.have.length(1);
    }
  });

  it('the question is merged, and another into it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, other, third] = [await aThread(), await aThread(), await aThread()];
      const [first, second] = one.answers;
      const merge = (source: QuestionId, target: QuestionId): Act => [
        moderators[1],
        (work) => mergeQuestions(work, { source, target, reason: 'They ask the same' }),
      ];

      await atOnce(
        split(one.question.id, [first.id, second.id]),
        merge(one.question.id, other.question.id),
        merge(third.question.id, one.question.id),
        accept(second.id),
      );

      await expectThreadsToAgree(domain.db);
    }
  });

  it('others answer it, and it is taken back', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { question, answers } = await aThread();
      const [first, second, third] = answers;
      const [by, command] = split(question.id, [first.id, second.id]);
      const made = (await domain.perform(by ?? asker, command)) as { to_id: QuestionId };
      const answering = (id: QuestionId): Act => [
        moderators[1],
        (work) => postAnswer(work, createMarkdown(), { question: id, body: 'Like so.' }),
      ];
      const newAsker = await domain.db('members').where({ id: first.author_id }).first();

      const done = await atOnce(
        [moderators[0], (work) => undoSplit(work, { question: made.to_id, reason: 'It is not' })],
        answering(made.to_id),
        answering(question.id),
        split(question.id, [third.id], 1),
        [newAsker, (work) => acceptAnswer(work, second.id)],
      );

      expect(done.filter((one, nth) => one && [0, 1, 4].includes(nth)).length).to.be.within(1, 2);
      await expectThreadsToAgree(domain.db);
    }
  });
});
