import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { editAnswer } from '#src/forum/edit-answer.ts';
import { followQuestion } from '#src/forum/follow-question.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import { readThread } from '#src/forum/read-thread.ts';
import { sayMeToo } from '#src/forum/say-me-too.ts';
import { searchQuestions } from '#src/forum/search/search-questions.ts';
import { takeDown } from '#src/forum/take-down.ts';
import { mergeQuestions } from '#src/forum/threads/merge-questions.ts';
import type { Picks } from '#src/forum/threads/pick-posts.ts';
import { splitQuestion } from '#src/forum/threads/split-question.ts';
import { undoMerge } from '#src/forum/threads/undo-merge.ts';
import { undoSplit } from '#src/forum/threads/undo-split.ts';
import { voteOnAnswer } from '#src/forum/vote.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { AnswerRow, QuestionId, QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { reportPost } from '#src/moderation/reports/report-post.ts';
import { Conflict, Gone, Invalid, NotAllowed, Refusal } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aComment, aMember, aModerator, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { expectAllToAgree, payForAll, questionOf, snapshotOf } from './threads.ts';

describe('Splitting a thread', () => {
  const domain = aDomain({ connections: 10 });
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.owner);
    await payForAll(domain.owner);
  });
  afterEach(() => expectAllToAgree(domain.db));

  const split = async (
    { id }: Pick<QuestionRow, 'id'>,
    { answers = [], comments = [] }: Partial<Picks>,
    by = moderator,
  ) => {
    const topic = await topicOf(id);
    const asked = { topic, title: 'Does it work in the United States', body: 'And over there?' };
    return domain.perform(by, (work) =>
      splitQuestion(work, createMarkdown(), {
        ...{ question: id, picks: { answers, comments }, asked, reason: 'It asks something else' },
      }),
    );
  };
  const undo = (question: QuestionId) =>
    domain.perform(moderator, (work) => undoSplit(work, { question, reason: 'It does not' }));
  const topicOf = async (id: QuestionId) => {
    const { topic_id } = await questionOf(domain.db, id);
    return (await domain.db('topics').where({ id: topic_id }).first('slug'))?.slug ?? '';
  };
  /** An answered question, at which somebody asks something else that two others answer. */
  const aMixedThread = async () => {
    const { owner } = domain;
    const thread = await anAnsweredQuestion(owner);
    const { id: question_id } = thread.question;
    const opening = await anAnswer(owner, { question_id, body: 'What about a marmoset abroad?' });
    const reply = await anAnswer(owner, { question_id, body: 'An albatross works there.' });
    return { ...thread, opening, reply };
  };
  const both = ({ opening, reply }: { opening: AnswerRow; reply: AnswerRow }) => ({
    answers: [opening.id, reply.id],
  });

  it('makes a question of the first post, asked by whoever wrote it, with the rest as answers', async () => {
    const { db, owner, perform } = domain;
    const mixed = await aMixedThread();
    const { question, answer, opening, reply } = mixed;
    const voter = await aMember(owner);
    await perform(voter, (work) => voteOnAnswer(work, reply.id, 1));
    const under = await aComment(owner, { question_id: question.id, answer_id: reply.id });
    const asks = await aComment(owner, { question_id: question.id, answer_id: opening.id });

    const { to_id } = await split(question, both(mixed));

    const thread = await readThread(db, to_id);
    expect(thread.question).to.include({ author_id: opening.author_id, answer_count: 1 });
    expect(thread.question.asked_at).to.deep.equal(opening.answered_at);
    expect(thread.question.comments.map(({ id }) => id)).to.deep.equal([asks.id]);
    expect(thread.answers.map(({ id }) => id)).to.deep.equal([reply.id]);
    expect(thread.answers[0]).to.include({ score: 1, author_id: reply.author_id });
    expect(thread.answers[0]?.comments.map(({ id }) => id)).to.deep.equal([under.id]);
    const first = await readThread(db, question.id);
    expect(first.answers.map(({ id }) => id)).to.deep.equal([answer.id]);
    expect(first.question.answer_count).to.equal(1);
  });

  it('is found by what it says, and the first thread is not any more', async () => {
    const { db, owner } = domain;
    const mixed = await aMixedThread();
    const { id: question_id } = mixed.question;
    const bird = await anAnswer(owner, { question_id, body: 'Ask the kingfisher instead.' });

    const { to_id } = await split(mixed.question, { answers: [mixed.opening.id, bird.id] });

    const found = await searchQuestions(db, { q: 'kingfisher' });
    expect(found.rows.map(({ id }) => id)).to.deep.equal([to_id]);
  });

  it('makes a question of a comment, which is not read where it stood', async () => {
    const { db, owner } = domain;
    const { question, answer } = await anAnsweredQuestion(owner);
    const comment = await aComment(owner, { question_id: question.id, answer_id: answer.id });

    const { to_id } = await split(question, { comments: [comment.id] });

    const { question: asked, answers } = await readThread(db, to_id);
    expect(asked.author_id).to.equal(comment.author_id);
    expect(answers).to.deep.equal([]);
    const [first] = (await readThread(db, question.id)).answers;
    expect(first?.comments).to.deep.equal([]);
  });

  it('leaves followers where they are, and has whoever asks now follow the new one', async () => {
    const { db, owner, perform } = domain;
    const mixed = await aMixedThread();
    const follower = await aMember(owner);
    await perform(follower, (work) => followQuestion(work, mixed.question.id, true));

    const { to_id } = await split(mixed.question, both(mixed));

    const followers = (question_id: QuestionId) =>
      db('follows').where({ question_id }).orderBy('member_id').pluck('member_id');
    expect(await followers(mixed.question.id)).to.deep.equal([follower.id]);
    expect(await followers(to_id)).to.deep.equal([mixed.opening.author_id]);
  });

  it('lets whoever asks now accept an answer that moved, which is paid as any other', async () => {
    const { db, owner, perform } = domain;
    const mixed = await aMixedThread();
    const asker = await db('members').where({ id: mixed.opening.author_id }).first();
    if (!asker) throw new Error('somebody wrote it');
    const { to_id } = await split(mixed.question, both(mixed));

    await perform(asker, (work) => acceptAnswer(work, mixed.reply.id));

    expect(await questionOf(db, to_id)).to.include({ state: 'solved' });
    expect(await questionOf(db, mixed.question.id)).to.include({ state: 'open' });
    expect(await outcomeOf(undo(to_id))).to.be.instanceOf(Conflict);
    expect(await owner('rewards').where({ member_id: mixed.reply.author_id })).to.have.length(1);
  });

  it('refuses what stands accepted, also in doubt, until that is withdrawn', async () => {
    const { perform } = domain;
    const mixed = await aMixedThread();
    await perform(mixed.asker, (work) => acceptAnswer(work, mixed.reply.id));

    const refused = await outcomeOf(split(mixed.question, both(mixed)));
    await perform(mixed.asker, (work) => withdrawAcceptanceOf(work, mixed.reply.id));
    await split(mixed.question, both(mixed));

    expect(refused).to.be.instanceOf(Conflict);
    expect(String(refused)).to.include('stands accepted');
  });

  it('refuses what somebody accepted for a question that was merged into it', async () => {
    const { perform } = domain;
    const [mixed, other] = [await aMixedThread(), await anAnsweredQuestion(domain.owner)];
    await perform(other.asker, (work) => acceptAnswer(work, other.answer.id));
    const merging = { source: other.question.id, target: mixed.question.id, reason: 'The same' };
    await perform(moderator, (work) => mergeQuestions(work, merging));

    const attempt = split(mixed.question, { answers: [other.answer.id] });

    expect(await outcomeOf(attempt)).to.be.instanceOf(Conflict);
  });

  it('refuses whoever is no moderator, asked, or wrote what moves', async () => {
    const { owner } = domain;
    const mixed = await aMixedThread();
    const guide = await aMember(owner, { level: 'guide' });
    const own = await anAnswer(owner, {
      ...{ question_id: mixed.question.id, author_id: moderator.id },
    });

    const attempts = [
      split(mixed.question, both(mixed), guide),
      split(mixed.question, { answers: [own.id] }),
    ].map(outcomeOf);

    for (const outcome of await Promise.all(attempts)) {
      expect(outcome).to.be.instanceOf(NotAllowed);
    }
  });

  it('refuses nothing at all, what is elsewhere or removed, and what was reported', async () => {
    const { owner, perform } = domain;
    const mixed = await aMixedThread();
    const [elsewhere, reporter] = [await anAnswer(owner), await aMember(owner)];
    await perform(moderator, (work) =>
      takeDown(work, { answer: mixed.answer.id }, { reason: 'spam' }),
    );
    const report = { ground: 'rude', note: '' } as const;
    await perform(reporter, (work) => reportPost(work, { answer: mixed.opening.id }, report));

    const outcomes = [];
    for (const answers of [[], [elsewhere.id], [mixed.answer.id], [mixed.opening.id]]) {
      outcomes.push(await outcomeOf(split(mixed.question, { answers })));
    }

    expect(outcomes[0]).to.be.instanceOf(Invalid);
    for (const outcome of outcomes.slice(1)) expect(outcome).to.be.instanceOf(Conflict);
  });

  it('refuses a thread that is removed', async () => {
    const { perform } = domain;
    const mixed = await aMixedThread();
    const ref = { question: mixed.question.id };
    await perform(moderator, (work) => takeDown(work, ref, { reason: 'spam' }));

    expect(await outcomeOf(split(mixed.question, both(mixed)))).to.be.instanceOf(Gone);
  });

  it('lets nobody act on the post that became the question', async () => {
    const { owner, perform } = domain;
    const mixed = await aMixedThread();
    await split(mixed.question, both(mixed));
    const other = await aMember(owner);
    const { opening } = mixed;

    const attempts = [
      perform(other, (work) => voteOnAnswer(work, opening.id, 1)),
      perform(mixed.asker, (work) => acceptAnswer(work, opening.id)),
      perform(moderator, (work) => takeDown(work, { answer: opening.id }, { reason: 'spam' })),
      perform(other, (work) =>
        postComment(work, createMarkdown(), { on: { answer: opening.id }, body: 'And?' }),
      ),
    ].map(outcomeOf);

    for (const outcome of await Promise.all(attempts)) {
      expect(outcome).to.be.instanceOf(Conflict);
    }
  });
  describe('undone', () => {
    it('leaves everything exactly as it was', async () => {
      const { db, owner, perform } = domain;
      const mixed = await aMixedThread();
      const { question, opening, reply, answer } = mixed;
      const voter = await aMember(owner);
      await perform(voter, (work) => voteOnAnswer(work, opening.id, 1));
      await perform(voter, (work) => sayMeToo(work, question.id, true));
      const comments = [
        await aComment(owner, { question_id: question.id }),
        await aComment(owner, { question_id: question.id, answer_id: opening.id }),
        await aComment(owner, { question_id: question.id, answer_id: answer.id }),
      ].map(({ id }) => id);
      await db('questions')
        .where({ id: question.id })
        .update({ last_activity_at: reply.answered_at });
      const before = await snapshotOf(db, [question.id]);

      const { to_id } = await split(question, { ...both(mixed), comments });
      expect(await snapshotOf(db, [question.id])).not.to.deep.equal(before);
      await undo(to_id);

      expect(await snapshotOf(db, [question.id])).to.deep.equal(before);
      expect(await questionOf(db, to_id)).to.include({ merged_into: question.id });
    });

    it('two of one thread in either order leave it as it was', async () => {
      const { db } = domain;
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        const mixed = await aMixedThread();
        const { question, opening, reply } = mixed;
        await db('questions')
          .where({ id: question.id })
          .update({ last_activity_at: reply.answered_at });
        const before = await snapshotOf(db, [question.id]);
        const made = [
          await split(question, { answers: [opening.id] }),
          await split(question, { answers: [reply.id] }),
        ];

        for (const nth of order) await undo(made[nth]?.to_id ?? question.id);

        expect(await snapshotOf(db, [question.id])).to.deep.equal(before);
      }
    });

    it('is refused too late, twice, and where the new question has grown', async () => {
      const { owner, perform } = domain;
      const late = await split(...(await onlyOpening()));
      const twice = await split(...(await onlyOpening()));
      const answered = await split(...(await onlyOpening()));
      const commented = await split(...(await onlyOpening()));
      const helper = await aMember(owner);
      await undo(twice.to_id);
      await perform(helper, (work) =>
        postAnswer(work, createMarkdown(), { question: answered.to_id, body: 'It does.' }),
      );
      await perform(helper, (work) =>
        postComment(work, createMarkdown(), { on: { question: commented.to_id }, body: 'Hm.' }),
      );

      expect(await outcomeOf(undo(twice.to_id))).to.be.instanceOf(Refusal);
      expect(await outcomeOf(undo(answered.to_id))).to.be.instanceOf(Conflict);
      expect(await outcomeOf(undo(commented.to_id))).to.be.instanceOf(Conflict);
      domain.itIsNow('2026-01-29T12:00:01Z');
      expect(await outcomeOf(undo(late.to_id))).to.be.instanceOf(Conflict);
      domain.itIsNow('2026-01-15T12:00:00Z');
    });

    const onlyOpening = async () => {
      const { question, opening } = await aMixedThread();
      return [question, { answers: [opening.id] }] as const;
    };

    it('keeps what an answer that moved has become', async () => {
      const { db, perform } = domain;
      const mixed = await aMixedThread();
      const { to_id } = await split(mixed.question, both(mixed));
      const edit = { body: 'A condor works there.', reason: 'A better bird', version: 1 };
      await perform(moderator, (work) =>
        editAnswer(work, createMarkdown(), { answer: mixed.reply.id, ...edit }),
      );

      await undo(to_id);

      const { answers } = await readThread(db, mixed.question.id);
      expect(answers.find(({ id }) => id === mixed.reply.id)).to.include({ version: 2 });
      const versions = await db('answer_versions').where({ answer_id: mixed.reply.id });
      expect(versions).to.have.length(2);
    });

    it('goes the last first with merges, and with what was split off again', async () => {
      const { owner, perform } = domain;
      const mixed = await aMixedThread();
      const other = await anAnsweredQuestion(owner);
      const first = await split(mixed.question, both(mixed));
      const second = await split({ id: first.to_id }, { answers: [mixed.reply.id] });
      const merging = { source: mixed.question.id, target: other.question.id, reason: 'Same' };
      await perform(moderator, (work) => mergeQuestions(work, merging));
      const third = await split(other.question, { answers: [mixed.answer.id] });
      const unmerge = () =>
        perform(moderator, (work) => undoMerge(work, { source: merging.source, reason: 'No' }));

      expect(await outcomeOf(unmerge())).to.be.instanceOf(Conflict);
      expect(await outcomeOf(undo(first.to_id))).to.be.instanceOf(Conflict);
      await undo(third.to_id);
      await unmerge();
      expect(await outcomeOf(undo(first.to_id))).to.be.instanceOf(Conflict);
      await undo(second.to_id);
      await undo(first.to_id);
    });
  });
});
