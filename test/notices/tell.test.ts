import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import type { QuestionRow } from '#src/forum/rows.ts';
import { changeQuietHours } from '#src/notices/change-quiet-hours.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import { keepWishes, type Wish } from '#src/notices/preferences.ts';
import { countUnread, listNotices } from '#src/notices/read-notices.ts';
import type { MailRow } from '#src/notices/rows.ts';
import { sendMail } from '#src/notices/send-mail.ts';
import { sendWaitingMails } from '#src/notices/send-waiting-mails.ts';
import { tellFollowers } from '#src/notices/tell-followers.ts';
import { tellOfAnswer } from '#src/notices/tell-of-answer.ts';
import { turnOff } from '#src/notices/turn-off.ts';
import { visitThread } from '#src/notices/visit-thread.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '../support/domain.ts';
import { mailsTo } from '../support/mailbox.ts';
import { aMember, anAnswer, aQuestion } from '../support/make.ts';

describe('what members are told', () => {
  const domain = aDomain();
  const taken: MailRow[] = [];
  const transport = (mail: MailRow) => Promise.resolve(void taken.push(mail));

  let asker: MemberRow;
  let question: QuestionRow;
  beforeEach(async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    taken.length = 0;
    asker = await aMember(domain.owner);
    question = await aQuestion(domain.owner, { author_id: asker.id });
  });

  const answered = async (on = question) => {
    const answer = await anAnswer(domain.owner, { question_id: on.id });
    await domain.perform('system', (work) =>
      tellOfAnswer(work, { answerId: answer.id, questionId: on.id }),
    );
    return answer;
  };
  const wish = (...wishes: Partial<Wish>[]) =>
    domain.perform(asker, (work) =>
      keepWishes(
        ...[work, asker.id],
        wishes.map((one) => ({
          ...{ event: 'answers', channel: 'email', topicId: null, choice: 'at-once' },
          ...one,
        })) as Wish[],
      ),
    );
  const visit = () => domain.perform(asker, (work) => visitThread(work, question.id));
  const mails = () => mailsTo(domain.db, asker.email);
  const list = async () => (await listNotices(domain.db, asker.id, { at: domain.now() })).rows;
  const unread = () => countUnread(domain.db, asker.id, { at: domain.now() });
  const sweep = () => sendWaitingMails({ ...domain, transport });
  const takenBy = ({ email }: MemberRow) => taken.filter(({ to_address }) => to_address === email);

  it('is told once, in the list and by mail, however often it happens', async () => {
    const answer = await answered();
    const again = () =>
      domain.perform('system', (work) =>
        tellOfAnswer(work, { answerId: answer.id, questionId: question.id }),
      );

    await again();
    await visit();
    await again();

    expect([(await list()).length, (await mails()).length]).to.deep.equal([1, 1]);
  });

  it('is one mail about a thread until its member has been there', async () => {
    await answered();
    await answered();
    expect([await unread(), (await mails()).length]).to.deep.equal([2, 1]);

    await visit();
    expect(await unread()).to.equal(0);
    await answered();

    expect([await unread(), (await mails()).length]).to.deep.equal([1, 2]);
  });

  it('is one mail for two who answer at the same moment', async () => {
    await Promise.all([answered(), answered(), answered()]);

    expect([await unread(), (await mails()).length]).to.deep.equal([3, 1]);
  });

  it('follows what the member chose for the topic, else for all, else what is usual', async () => {
    await wish({ choice: 'off' }, { topicId: question.topic_id, choice: 'daily' });
    const elsewhere = await aQuestion(domain.owner, { author_id: asker.id });

    await answered();
    await answered(elsewhere);

    expect((await mails()).map(({ bundle }) => bundle)).to.deep.equal(['daily']);
    await wish({ topicId: question.topic_id, choice: undefined }, { choice: undefined });
    await answered(elsewhere);
    expect(await mails()).to.have.length(2);
  });

  it('is mailed and not listed, or neither, where the member says so', async () => {
    await wish({ channel: 'in-app', choice: 'off' });
    await answered();
    expect([await unread(), (await list()).length, (await mails()).length]).to.deep.equal([
      0, 0, 1,
    ]);

    await visit();
    await wish({ choice: 'off' });
    await answered();
    expect((await mails()).length).to.equal(1);
  });

  it('is gathered for ten minutes, and says only what is unread and still there', async () => {
    await wish({ choice: 'batched' });
    const threads = [question, await aQuestion(domain.owner, { author_id: asker.id })];
    const gone = await aQuestion(domain.owner, { author_id: asker.id });
    for (const each of [...threads, gone]) await answered(each);
    await domain.owner('questions').where({ id: gone.id }).update({ removed_at: domain.now() });

    await sweep();
    expect(takenBy(asker)).to.have.length(0);
    domain.itIsNow('2026-01-15T12:10:00Z');
    await sweep();
    await sweep();

    const [mail, ...more] = takenBy(asker);
    expect(more).to.have.length(0);
    expect(mail?.subject).to.equal('2 things for you at Goodline');
    for (const { title } of threads) expect(mail?.text_body).to.include(title);
    expect(mail?.text_body).to.not.include(gone.title);
    expect(mail?.off_url).to.match(/^http:\/\/goodline\.test\/n\/off\/[\w-]+$/);
  });

  it('starts another mail for what happens after one was sent', async () => {
    await wish({ choice: 'daily' });
    await answered();
    domain.itIsNow('2026-01-16T08:00:00Z');
    await sweep();
    await visit();

    await answered();

    expect((await mails()).map(({ send_after }) => send_after.toISOString())).to.deep.equal([
      '2026-01-16T08:00:00.000Z',
      '2026-01-17T08:00:00.000Z',
    ]);
  });

  it('is not mailed once it was read on the site, taken down or turned off', async () => {
    await domain.perform(asker, (work) =>
      changeQuietHours(work, { quiet_from: 11 * 60, quiet_to: 14 * 60, time_zone: 'UTC' }),
    );
    const others = [await aQuestion(domain.owner, { author_id: asker.id })];
    const [hidden] = others;
    await answered();
    const answer = await answered(hidden);
    await visit();
    await domain.owner('answers').where({ id: answer.id }).update({ removed_at: domain.now() });

    domain.itIsNow('2026-01-15T14:00:00Z');
    await sweep();

    expect(takenBy(asker)).to.have.length(0);
    expect(await list()).to.have.length(1);
  });

  it('waits for the end of quiet hours by the member’s own clocks, also when those change', async () => {
    const tokyo = { quiet_from: 21 * 60, quiet_to: 8 * 60, time_zone: 'Asia/Tokyo' };
    await domain.perform(asker, (work) => changeQuietHours(work, tokyo));
    domain.itIsNow('2026-01-15T13:00:00Z');
    await answered();

    const london = { ...tokyo, time_zone: 'Europe/London' };
    await domain.perform(asker, (work) => changeQuietHours(work, london));
    await visit();
    domain.itIsNow('2026-03-28T22:00:00Z');
    await answered();

    expect((await mails()).map(({ send_after }) => send_after.toISOString())).to.deep.equal([
      '2026-01-15T23:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
    ]);
  });

  it('is nothing of a muted thread, of one’s own doing, or of whom one has blocked', async () => {
    const follower = await aMember(domain.owner);
    await domain.perform(asker, (work) => muteThread(work, question.id, true));
    await answered();
    await domain.perform(asker, (work) => muteThread(work, question.id, false));
    const own = await anAnswer(domain.owner, { question_id: question.id, author_id: asker.id });
    const blocked = await anAnswer(domain.owner, {
      ...{ question_id: question.id, author_id: follower.id },
    });
    await domain
      .owner('member_blocks')
      .insert({ member_id: asker.id, blocked_id: follower.id, blocked_at: domain.now() });
    for (const { id } of [own, blocked]) {
      await domain.perform('system', (work) =>
        tellOfAnswer(work, { answerId: id, questionId: question.id }),
      );
    }

    expect([(await list()).length, (await mails()).length]).to.deep.equal([0, 0]);
  });

  it('is nothing that the reader may not see any more', async () => {
    const answer = await answered();
    await domain.owner('answers').where({ id: answer.id }).update({ removed_at: domain.now() });

    expect([await unread(), (await list()).length]).to.deep.equal([0, 0]);
  });

  it('reaches whoever follows: of answers, and once of a solution', async () => {
    const follower = await aMember(domain.owner);
    const helper = await aMember(domain.owner);
    for (const { id } of [follower, helper, asker]) {
      await domain
        .owner('follows')
        .insert({ question_id: question.id, member_id: id, followed_at: domain.now() });
    }
    const answer = await domain.perform(helper, (work) =>
      postAnswer(work, createMarkdown(), { question: question.id, body: 'Wait.' }),
    );
    const tell = (answerId: typeof answer.id | null) =>
      tellFollowers(domain.db, domain.perform, { questionId: question.id, answerId });
    await tell(answer.id);
    await tell(answer.id);
    await tell(null);
    await domain.perform(asker, (work) => acceptAnswer(work, answer.id));
    await tell(null);
    await tell(null);

    const told = async ({ id }: MemberRow) =>
      (await listNotices(domain.db, id, { at: domain.now() })).rows.map(({ kind }) => kind);
    expect(await told(follower)).to.deep.equal(['solved', 'followed-answer']);
    expect(await told(asker)).to.deep.equal(['answered']);
    expect(await told(helper)).to.deep.equal(['accepted']);
    expect((await mailsTo(domain.db, follower.email)).length).to.equal(1);
  });

  it('stops by the link of a mail, for good and for what waits, but only that', async () => {
    const tokyo = { quiet_from: 11 * 60, quiet_to: 14 * 60, time_zone: 'UTC' };
    await domain.perform(asker, (work) => changeQuietHours(work, tokyo));
    await wish({ topicId: question.topic_id, choice: 'daily' }, { choice: 'at-once' });
    await wish({ topicId: question.topic_id, choice: undefined });
    await answered();
    const [mail] = await mails();
    const token = mail?.off_url?.split('/').at(-1) ?? '';

    await domain.perform('visitor', (work) => turnOff(work, token));
    domain.itIsNow('2026-01-15T15:00:00Z');
    await visit();
    await answered();
    await sweep();

    expect(takenBy(asker)).to.have.length(0);
    expect((await list()).length).to.equal(2);
    expect(await domain.db('notice_preferences').where({ member_id: asker.id })).to.have.length(1);
  });

  it('sends what it says now under the link of its own', async () => {
    await answered();
    const [mail] = await mails();

    await sendMail({ ...domain, transport }, mail!.id);

    expect(takenBy(asker)[0]?.html_body).to.include('Stop emails about answers to your questions');
    expect(takenBy(asker)[0]?.html_body).to.not.match(/<img|url\(/);
  });
});
