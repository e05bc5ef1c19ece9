import { expect } from 'chai';

import type { TopicRow } from '#src/forum/rows.ts';
import { changeUnansweredTerms, readUnansweredTerms } from '#src/forum/unanswered/terms.ts';
import { askPrivately } from '#src/handoff/ask-privately.ts';
import { openCase } from '#src/handoff/open-case.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost, restorePost } from '#src/moderation/posts/remove-post.ts';
import { mergeThreads, unmergeThreads } from '#src/moderation/threads/merge-threads.ts';
import { lockThread } from '#src/moderation/threads/keep-thread.ts';
import { readQueue } from '#src/moderation/queue/read-queue.ts';
import { queueUnanswered } from '#src/moderation/unanswered/queue-unanswered.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator, anAdmin, aQuestion, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { hoursAfter, NOON, waiting } from '../../forum/unanswered/waiting.ts';

describe('Our team', () => {
  const domain = aDomain({ connections: 10 });
  const { ask, answer, aHelper, itemsOf, sweep, waitOf } = waiting(domain);
  let moderator: MemberRow;
  let topic: TopicRow;
  before(async () => {
    moderator = await aModerator(domain.owner);
  });
  beforeEach(async () => {
    domain.itIsNow(NOON);
    topic = await aTopic(domain.owner);
  });

  const sweepAfter = async (hours: number) => {
    domain.itIsNow(hoursAfter(hours));
    await sweep();
  };
  const overdue = async (asker?: MemberRow) => {
    const question = await ask(topic, asker);
    await sweepAfter(24);
    return question;
  };

  it('has a question in its queue a day after nobody has answered it, once', async () => {
    const question = await ask(topic);

    await sweepAfter(23.9);
    const early = await itemsOf(question);
    await sweepAfter(24);
    await sweepAfter(30);

    expect(early).to.deep.equal([]);
    expect(await itemsOf(question)).to.deep.equal(['waiting']);
    expect((await waitOf(question))?.staff_at).to.deep.equal(hoursAfter(24));
    const [item] = await readQueue(domain.db, moderator, { at: domain.now(), limit: 50 });
    expect(item).to.include({ kind: 'unanswered', title: question.title });
  });

  it('has it no more once somebody answers, and again when that answer is removed', async () => {
    const question = await overdue();

    const { id } = await answer(await aHelper(), question);
    const answered = [await itemsOf(question), (await waitOf(question))?.ended_because];
    await domain.perform(moderator, (work) =>
      removePost(work, { answer: id }, { reason: 'spam', note: '' }),
    );
    await sweepAfter(24.1);
    const removed = await itemsOf(question);
    await domain.perform(moderator, (work) => restorePost(work, { answer: id }, 'It was none'));
    await sweepAfter(24.2);

    expect(answered).to.deep.equal([['settled'], 'answered']);
    expect(removed).to.deep.equal(['settled', 'waiting']);
    expect(await itemsOf(question)).to.deep.equal(['settled', 'settled']);
  });

  it('has it no more when it is removed, locked or merged, and again when that ends', async () => {
    const { perform } = domain;
    const [removed, locked, merged] = [await ask(topic), await ask(topic), await ask(topic)];
    const target = await ask(topic);
    const ref = { question: removed.id };
    const lock = (on: boolean) =>
      perform(moderator, (work) => lockThread(work, { question: locked.id, on, reason: 'Heat' }));
    await answer(await aHelper(), target);
    await sweepAfter(24);
    const all = () => Promise.all([removed, locked, merged].map(itemsOf));
    const before = await all();

    await perform(moderator, (work) => removePost(work, ref, { reason: 'spam', note: '' }));
    await lock(true);
    const pair = { source: merged.id, target: target.id };
    await perform(moderator, (work) => mergeThreads(work, { ...pair, reason: 'The same' }));
    const ended = await all();
    await perform(moderator, (work) => restorePost(work, ref, 'It was none'));
    await lock(false);
    await perform(moderator, (work) => unmergeThreads(work, { ...pair, reason: 'Not the same' }));
    await sweepAfter(25);

    expect(before).to.deep.equal([['waiting'], ['waiting'], ['waiting']]);
    expect(ended).to.deep.equal([['settled'], ['settled'], ['settled']]);
    expect(await all()).to.deep.equal(Array(3).fill(['settled', 'waiting']));
    expect(await itemsOf(target)).to.deep.equal([]);
  });

  it('goes on in private: then it waits for us there, by that clock', async () => {
    const asker = await aHelper();
    const [opened, alone, others] = [await overdue(asker), await ask(topic), await ask(topic)];
    await sweepAfter(49);
    const write = (by: MemberRow, question: typeof alone) =>
      domain.perform(by, (work) =>
        askPrivately(work, createMarkdown(), {
          ...{ subject: 'My bill', body: 'It is wrong.', origin: 'asked', question: question.id },
          key: crypto.randomUUID(),
        } as never),
      );

    const made = await domain.perform(moderator, (work) =>
      openCase(work, { question: opened.id, with: 'asker' }),
    );
    await write(await aHelper(), others);
    await sweepAfter(60);

    expect(made.due_at).to.be.instanceOf(Date);
    expect(await itemsOf(opened)).to.deep.equal(['settled']);
    expect(await itemsOf(others)).to.deep.equal(['waiting']);
    expect(await itemsOf(alone)).to.deep.equal(['waiting']);
  });

  it('does not get what came in as history, and bars whoever asked', async () => {
    const imported = await aQuestion(domain.owner, { topic_id: topic.id, asked_at: NOON });
    const own = await ask(topic, moderator);

    await sweepAfter(24);

    expect(await itemsOf(imported)).to.deep.equal([]);
    const seen = await readQueue(domain.db, moderator, { at: domain.now(), limit: 100 });
    expect(seen.map(({ subject_id }) => subject_id)).to.not.include(own.id);
    expect(await itemsOf(own)).to.deep.equal(['waiting']);
  });

  it('has each once, however many workers look at one moment', async () => {
    const questions = [];
    for (let count = 0; count < 8; count += 1) questions.push(await ask(topic));
    domain.itIsNow(hoursAfter(24));

    const counts = await Promise.all(
      Array.from({ length: 5 }, () => queueUnanswered(domain.db, domain.perform, domain.now())),
    );

    expect(counts.reduce((sum, count) => sum + count)).to.equal(8);
    for (const question of questions) expect(await itemsOf(question)).to.deep.equal(['waiting']);
  });

  it('has it when an admin says, who gives a reason; nobody else says', async () => {
    const [admin, question] = [await anAdmin(domain.owner), await ask(topic)];
    const {
      version,
      reason: _,
      changed_by: __,
      changed_at: ___,
      ...terms
    } = await readUnansweredTerms(domain.db);
    const change = (by: MemberRow, values: Partial<typeof terms>, from = version) =>
      outcomeOf(
        domain.perform(by, (work) =>
          changeUnansweredTerms(
            work,
            { ...terms, ...values },
            { version: from, reason: 'It is Christmas' },
          ),
        ),
      );

    const refused = [
      await change(moderator, { staff_after_hours: 2 }),
      await change(admin, { staff_after_hours: 1 }),
      await change(admin, { daily_most: 21 }),
    ];
    const done = await change(admin, { staff_after_hours: 2 });
    const late = await change(admin, { staff_after_hours: 3 });
    await sweepAfter(2);

    expect(refused[0]).to.be.instanceOf(NotAllowed);
    expect(refused.slice(1).every((one) => one instanceof Invalid)).to.equal(true);
    expect([done, late instanceof Conflict]).to.deep.equal([undefined, true]);
    expect(await itemsOf(question)).to.deep.equal(['waiting']);
    const [logged] = await domain.db('moderation_log').where({ act: 'unanswered-terms-changed' });
    expect(logged).to.include({ actor_id: admin.id, reason: 'It is Christmas' });
  });
});
