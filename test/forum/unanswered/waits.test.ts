import fc from 'fast-check';
import { expect } from 'chai';

import { lockQuestion, unlockQuestion } from '#src/forum/threads/lock-question.ts';
import { resolveQuestion } from '#src/forum/resolve-question.ts';
import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost, restorePost } from '#src/moderation/posts/remove-post.ts';
import { reactionsToHistory } from '#src/reactions/to-history.ts';
import { Refusal } from '#src/refusals.ts';
import { performer } from '#src/work.ts';
import { aDomain, operator } from '#test/support/domain.ts';
import { aModerator, aTopic } from '#test/support/make.ts';
import { hoursAfter, NOON, waiting } from './waiting.ts';

describe('The wait of a question', () => {
  const domain = aDomain();
  const { ask, answer, aHelper, anExpert, askedAbout, itemsOf, sweep, waitOf } = waiting(domain);
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.owner);
  });
  beforeEach(() => {
    domain.itIsNow(NOON);
  });

  it('goes on from when it began, where its only answer is removed', async () => {
    const topic = await aTopic(domain.owner);
    const [expert, question] = [await anExpert(topic), await ask(topic)];
    const { id } = await answer(await aHelper(), question);

    domain.itIsNow(hoursAfter(2));
    await sweep();
    const meanwhile = await askedAbout(question);
    await domain.perform(moderator, (work) =>
      removePost(work, { answer: id }, { reason: 'spam', note: '' }),
    );
    await sweep();

    expect(meanwhile).to.deep.equal([]);
    expect(await askedAbout(question)).to.deep.equal([expert.id]);
    expect(await waitOf(question)).to.deep.include({ since: NOON, ended_at: null });
  });

  it('ends with its asker’s own word that it is over, and goes on when that is taken back', async () => {
    const [topic, asker] = [await aTopic(domain.owner), await aHelper()];
    const question = await ask(topic, asker);
    const say = (as: 'no-single-answer' | 'still-not-solved') =>
      domain.perform(asker, (work) => resolveQuestion(work, question.id, as));

    await say('no-single-answer');
    const over = await waitOf(question);
    await say('still-not-solved');

    expect(over).to.deep.include({ ended_at: NOON, ended_because: 'gone' });
    expect(await waitOf(question)).to.deep.include({ ended_at: null, ended_because: null });
  });

  it('does not begin in history, whatever happened there', async () => {
    const { db, now } = domain;
    const replay = performer({ db, operator, now, reactions: reactionsToHistory });
    const history = waiting({ ...domain, perform: replay });
    const [topic, asker] = [await aTopic(domain.owner), await aHelper()];
    const [plain, reopened] = [await history.ask(topic), await history.ask(topic, asker)];

    for (const as of ['no-single-answer', 'still-not-solved'] as const) {
      await replay(asker, (work) => resolveQuestion(work, reopened.id, as));
    }
    const gone = { question: plain.id };
    await replay(moderator, (work) => removePost(work, gone, { reason: 'spam', note: '' }));
    await replay(moderator, (work) => restorePost(work, gone, 'It was none'));

    expect([await waitOf(plain), await waitOf(reopened)]).to.deep.equal([undefined, undefined]);
  });

  it('asks nobody twice and nobody after an answer, whatever happens in between', async () => {
    const step = fc.record({
      what: fc.constantFrom(...(['answer', 'remove', 'restore', 'close', 'open'] as const)),
      and: fc.constantFrom(...(['lock', 'unlock', 'hour', 'hours', 'nothing'] as const)),
      which: fc.nat({ max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        domain.itIsNow(NOON);
        const topic = await aTopic(domain.owner);
        const asker = await anExpert(topic);
        for (let count = 0; count < 7; count += 1) await anExpert(topic);
        const threads = [];
        for (let nth = 0; nth < 3; nth += 1) threads.push(await aThread(await ask(topic, asker)));
        let hours = 0;
        for (const { what, and, which } of steps) {
          const thread = threads[which]!;
          await thread.do(what);
          await thread.do(and);
          hours += { hour: 1, hours: 9 }[and as string] ?? 0.1;
          domain.itIsNow(hoursAfter(hours));
          await expectSweepToBeFair(threads, asker, hours);
        }
      }),
      { numRuns: 15 },
    );
  });

  /** A question, with what is true of it by what was done, whatever the database says. */
  async function aThread(question: QuestionRow) {
    const helper = await aHelper();
    const truth = { question, closed: false, locked: false, answers: [] as AnswerRow[], shown: 0 };
    const { id } = question;
    const perform = (by: MemberRow, act: Parameters<typeof domain.perform>[1]) =>
      domain.perform(by, act).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) return false;
          throw error;
        },
      );
    const asker = (await domain.db('members').where({ id: question.author_id }).first())!;
    const acts: Record<string, () => Promise<unknown>> = {
      answer: async () => {
        if (truth.locked) return;
        truth.answers.push(await answer(helper, question));
        truth.shown += 1;
      },
      remove: async () => {
        const shown = truth.answers[truth.shown - 1];
        if (!shown) return;
        const ref = { answer: shown.id };
        await perform(moderator, (work) => removePost(work, ref, { reason: 'spam', note: '' }));
        truth.shown -= 1;
      },
      restore: async () => {
        const hidden = truth.answers[truth.shown];
        if (!hidden) return;
        await perform(moderator, (work) => restorePost(work, { answer: hidden.id }, 'It is fine'));
        truth.shown += 1;
      },
      close: async () => {
        await perform(asker, (work) => resolveQuestion(work, id, 'no-single-answer'));
        truth.closed = true;
      },
      open: async () => {
        await perform(asker, (work) => resolveQuestion(work, id, 'still-not-solved'));
        truth.closed = false;
      },
      lock: async () => {
        if (await perform(moderator, (work) => lockQuestion(work, id, 'Heat'))) truth.locked = true;
      },
      unlock: async () => {
        if (await perform(moderator, (work) => unlockQuestion(work, id))) truth.locked = false;
      },
    };
    return { truth, do: async (act: string) => acts[act]?.() };
  }

  type Threads = readonly Awaited<ReturnType<typeof aThread>>[];

  async function expectSweepToBeFair(threads: Threads, asker: MemberRow, hours: number) {
    const before = await Promise.all(threads.map(({ truth }) => askedAbout(truth.question)));
    await sweep();
    await sweep();
    for (const [nth, { truth }] of threads.entries()) {
      const { question, closed, locked, shown } = truth;
      const [asked, items] = [await askedAbout(question), await itemsOf(question)];
      const isOpen = !closed && !locked && shown === 0;
      if (!isOpen || hours < 1) expect(asked).to.deep.equal(before[nth]);
      expect(asked).to.not.include(asker.id);
      expect(asked.length).to.be.at.most(5);
      expect(items.filter((state) => state === 'waiting').length).to.equal(
        isOpen && hours >= 24 ? 1 : 0,
      );
      const notices = await domain
        .db('notices')
        .where({ question_id: question.id, kind: 'expert-asked' })
        .orderBy('member_id')
        .pluck('member_id');
      expect(notices).to.deep.equal(asked);
    }
  }
});
