import { expect } from 'chai';

import type { TopicRow } from '#src/forum/rows.ts';
import { lockQuestion } from '#src/forum/threads/lock-question.ts';
import { resolveQuestion } from '#src/forum/resolve-question.ts';
import { blockMember } from '#src/members/block-member.ts';
import type { MemberId, MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { askExperts } from '#src/notices/ask-experts.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import { keepWishes } from '#src/notices/preferences.ts';
import { listNotices } from '#src/notices/read-notices.ts';
import { sendWaitingMails } from '#src/notices/send-waiting-mails.ts';
import { aDomain } from '#test/support/domain.ts';
import { untilSomebodyWaits } from '#test/support/locks.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import { aModerator, aQuestion, aTopic } from '#test/support/make.ts';
import { hoursAfter, NOON, waiting } from '../forum/unanswered/waiting.ts';

describe('Those who know its topic', () => {
  const domain = aDomain({ connections: 10 });
  const { ask, answer, anExpert, aHelper, askedAbout, sweep, waitOf } = waiting(domain);
  let topic: TopicRow;
  let expert: MemberRow;
  beforeEach(async () => {
    domain.itIsNow(NOON);
    topic = await aTopic(domain.owner);
    expert = await anExpert(topic);
  });

  const sweepAfter = async (hours: number) => {
    domain.itIsNow(hoursAfter(hours));
    await sweep();
  };
  const told = async ({ id }: MemberRow) =>
    (await listNotices(domain.db, id, { at: domain.now() })).rows.filter(
      ({ kind }) => kind === 'expert-asked',
    );

  it('are asked about a question an hour after nobody has answered it, and once', async () => {
    const question = await ask(topic);

    await sweepAfter(0.98);
    const early = await askedAbout(question);
    await sweepAfter(1);
    await sweepAfter(1.1);
    await sweepAfter(20);

    expect(early).to.deep.equal([]);
    expect(await askedAbout(question)).to.deep.equal([expert.id]);
    expect((await told(expert)).map(({ path }) => path)).to.deep.equal([
      `/q/${String(question.id)}/${question.slug}`,
    ]);
    expect((await waitOf(question))?.experts_at).to.deep.equal(hoursAfter(1));
  });

  it('are not asked once somebody has answered, nor of what cannot be answered', async () => {
    const { owner, perform } = domain;
    const [moderator, asker] = [await aModerator(owner), await aHelper()];
    const questions = {
      ...{ answered: await ask(topic), removed: await ask(topic), locked: await ask(topic) },
      ...{ resolved: await ask(topic, asker), held: await ask(topic) },
      imported: await aQuestion(owner, { topic_id: topic.id, asked_at: NOON }),
    };
    await answer(await aHelper(), questions.answered);
    await perform(moderator, (work) =>
      removePost(work, { question: questions.removed.id }, { reason: 'spam', note: '' }),
    );
    await perform(moderator, (work) => lockQuestion(work, questions.locked.id, 'It is over.'));
    await perform(asker, (work) =>
      resolveQuestion(work, questions.resolved.id, 'no-single-answer'),
    );
    await owner('questions')
      .where({ id: questions.held.id })
      .update({ removed_at: NOON, held_at: NOON });

    await sweepAfter(2);

    for (const [name, question] of Object.entries(questions)) {
      expect(await askedAbout(question), name).to.deep.equal([]);
    }
    expect(await told(expert)).to.deep.equal([]);
  });

  it('are neither the asker, nor blocked, nor muted, nor away, nor tired of such notices', async () => {
    const { perform } = domain;
    const asker = await anExpert(topic);
    const blocking = await anExpert(topic);
    const blocked = await anExpert(topic);
    const muting = await anExpert(topic);
    await anExpert(topic, { suspended_until: hoursAfter(1000) } as never);
    await anExpert(topic, { limited_until: hoursAfter(1000) } as never);
    await anExpert(topic, { closed_at: NOON } as never);
    await anExpert(topic, { role: 'moderator' } as never);
    await anExpert(topic, { passed: 2 });
    const tired = await anExpert(topic);
    const question = await ask(topic, asker);
    await perform(blocking, (work) => blockMember(work, asker.id));
    await perform(asker, (work) => blockMember(work, blocked.id));
    await perform(muting, (work) => muteThread(work, question.id, true));
    const off = { event: 'experts', topicId: null, choice: 'off' } as const;
    await perform(tired, (work) =>
      keepWishes(work, tired.id, [
        { ...off, channel: 'in-app' },
        { ...off, channel: 'email' },
      ]),
    );

    await sweepAfter(2);

    expect(await askedAbout(question)).to.deep.equal([expert.id]);
  });

  it('are asked by mail alone where they want no list, as they chose for that topic', async () => {
    const wish = { event: 'experts', channel: 'in-app', topicId: null, choice: 'off' } as const;
    await domain.perform(expert, (work) => keepWishes(work, expert.id, [wish]));
    const question = await ask(topic);

    await sweepAfter(2);

    expect(await askedAbout(question)).to.deep.equal([expert.id]);
    expect(await told(expert)).to.deep.equal([]);
    expect(await mailsTo(domain.db, expert.email)).to.have.length(1);
  });

  it('are left in peace in their quiet hours by their own clocks, and asked in the morning', async () => {
    const settings = { quiet_from: 11 * 60, quiet_to: 15 * 60, time_zone: 'Europe/London' };
    await domain.owner('notice_settings').insert({ member_id: expert.id, ...settings });
    const awake = await anExpert(topic);
    const never = { quiet_from: null, quiet_to: null, time_zone: 'Asia/Tokyo' };
    await domain.owner('notice_settings').insert({ member_id: awake.id, ...never });
    const question = await ask(topic);

    await sweepAfter(1);
    await sweepAfter(2.9);
    const during = await askedAbout(question);
    await sweepAfter(3);

    expect(during).to.deep.equal([awake.id]);
    expect(await askedAbout(question)).to.deep.equal([expert.id, awake.id]);
  });

  it('sleep at night where they have said nothing', async () => {
    domain.itIsNow('2026-01-15T20:30:00Z');
    const question = await ask(topic);

    for (const time of ['15T21:30', '16T07:59']) {
      domain.itIsNow(`2026-01-${time}:00Z`);
      await sweep();
    }
    const night = await askedAbout(question);
    domain.itIsNow('2026-01-16T08:00:00Z');
    await sweep();

    expect(night).to.deep.equal([]);
    expect(await askedAbout(question)).to.deep.equal([expert.id]);
  });

  it('are at most three questions a day each, and five people a question, the best first', async () => {
    const better: MemberId[] = [];
    for (const passed of [9, 8, 7, 6, 5]) better.push((await anExpert(topic, { passed })).id);
    const questions = [];
    for (let count = 0; count < 7; count += 1) questions.push(await ask(topic));

    await sweepAfter(1);
    const asked = await Promise.all(questions.map(askedAbout));
    await sweepAfter(25.5);
    const nextDay = await Promise.all(questions.map(askedAbout));

    expect(asked.slice(0, 3)).to.deep.equal([better, better, better]);
    expect(asked.slice(3)).to.deep.equal([[expert.id], [expert.id], [expert.id], []]);
    // By then they are with our team.
    expect(nextDay).to.deep.equal(asked);
  });

  it('can be asked about as many again a day later', async () => {
    await domain.owner('unanswered_terms').insert({
      ...{ version: 2, experts_after_minutes: 60, staff_after_hours: 100, experts_most: 5 },
      ...{ daily_most: 1, reason: 'Fewer', changed_at: NOON },
    });
    const [one, other] = [await ask(topic), await ask(topic)];

    await sweepAfter(1);
    await sweepAfter(24.9);
    const firstDay = [await askedAbout(one), await askedAbout(other)];
    await sweepAfter(25);

    expect(firstDay).to.deep.equal([[expert.id], []]);
    expect(await askedAbout(other)).to.deep.equal([expert.id]);
    await domain.owner.raw('alter table unanswered_terms disable trigger user');
    await domain.owner('unanswered_terms').where({ version: 2 }).delete();
  });

  it('are sent nothing that was answered before the mail went', async () => {
    const [answered, open] = [await ask(topic), await ask(topic)];
    await sweepAfter(1);
    await answer(await aHelper(), answered);
    domain.itIsNow(hoursAfter(1.2));
    const sent: string[] = [];

    await sendWaitingMails({
      ...{ db: domain.db, perform: domain.perform, now: domain.now },
      transport: (mail) => {
        if (mail.to_address === expert.email) sent.push(mail.text_body);
        return Promise.resolve();
      },
    });

    expect(sent).to.have.length(1);
    expect(sent[0]).to.include(open.title).and.not.include(answered.title);
  });

  it('are asked once and within their number, however many workers ask at one moment', async () => {
    const questions = [];
    for (let count = 0; count < 6; count += 1) questions.push(await ask(topic));
    const other = await anExpert(topic);
    domain.itIsNow(hoursAfter(1));

    const counts = await Promise.all(Array.from({ length: 5 }, () => askExperts(domain.perform)));

    const asks = await domain
      .db('expert_asks')
      .whereIn(
        'question_id',
        questions.map(({ id }) => id),
      )
      .select('member_id');
    expect(counts.reduce((sum, count) => sum + count)).to.equal(6);
    for (const { id } of [expert, other]) {
      expect(asks.filter(({ member_id }) => member_id === id)).to.have.length(3);
    }
    expect(await told(expert)).to.have.length(3);
  });

  it('are not asked about more than their day allows, whatever another worker is at', async () => {
    const open = await ask(topic);
    const before = [await ask(topic), await ask(topic), await ask(topic)];
    for (const question of before) await answer(await aHelper(), question);
    domain.itIsNow(hoursAfter(1));
    const other = await domain.owner.transaction();
    await other('members').where({ id: expert.id }).forNoKeyUpdate().first();
    await other('expert_asks').insert(
      before.map(({ id: question_id }) => ({
        ...{ question_id, member_id: expert.id, asked_at: domain.now() },
      })),
    );

    const asking = askExperts(domain.perform);
    await Promise.race([asking, untilSomebodyWaits(domain.owner)]);
    await other.commit();

    expect(await asking).to.equal(0);
    expect(await askedAbout(open)).to.deep.equal([]);
  });
});
