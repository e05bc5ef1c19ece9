import { expect } from 'chai';
import request from 'supertest';

import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { remindAskers } from '#src/notices/remind-askers.ts';
import type { MailRow } from '#src/notices/rows.ts';
import { tellOfAnswer } from '#src/notices/tell-of-answer.ts';
import { aCommunity } from '#test/support/community.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import { aMember, anAdmin, anAnswer, aQuestion } from '#test/support/make.ts';

describe('The pages of what members are told', () => {
  const community = aCommunity();
  let asker: MemberRow;
  let question: QuestionRow;
  let answer: AnswerRow;
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    asker = await aMember(community.owner);
    question = await aQuestion(community.owner, { author_id: asker.id });
    answer = await tell();
  });

  const tell = async () => {
    const made = await anAnswer(community.owner, {
      ...{ question_id: question.id, answered_at: new Date('2026-01-15T12:00:00Z') },
    });
    await community.perform('system', (work) =>
      tellOfAnswer(work, { answerId: made.id, questionId: question.id }),
    );
    return made;
  };
  const path = () => `/q/${String(question.id)}/${question.slug}`;
  const home = async () => (await community.visit(asker).get('/')).text;
  const mails = () => mailsTo(community.db, asker.email);
  const linkIn = ({ text_body }: MailRow, what: string) =>
    new RegExp(`http://goodline\\.test(/n/${what}/\\S+)`).exec(text_body)?.[1] ?? '';
  const state = () => community.db('questions').where({ id: question.id }).first('state');

  it('list what happened, count it at the top, and forget the count once it is read', async () => {
    expect(await home()).to.include('Notifications, unread: ');

    const { text } = await community.visit(asker).get('/notifications');
    expect(text)
      .to.include(question.title)
      .and.include(`${path()}#a-${String(answer.id)}`);

    await community.visit(asker).get(path());
    expect(await home()).to.not.include('unread: ');
  });

  it('mark one or all as read, and nobody else’s', async () => {
    await tell();
    const [first] = await community.db('notices').where({ member_id: asker.id });
    const read = `/notifications/${String(first!.id)}/read`;

    const stranger = await community.visit(await aMember(community.owner)).post(read);
    expect(stranger.status).to.equal(404);
    await community.visit(asker).post(read).expect(303);
    expect((await community.visit(asker).get('/notifications')).text).to.include(
      'Mark all as read',
    );

    await community.visit(asker).post('/notifications/read').expect(303);
    expect(await home()).to.not.include('unread: ');
  });

  it('are paged by keys', async () => {
    for (let count = 0; count < 21; count += 1) await tell();

    const first = await community.visit(asker).get('/notifications');
    const older = /\/notifications\?after=([\w-]+)/.exec(first.text)?.[0] ?? '';
    const second = await community.visit(asker).get(older);

    expect([first, second].map(({ text }) => text.split('Unread: ').length - 1)).to.deep.equal([
      ...[20, 2],
    ]);
    await community.visit(asker).get('/notifications?after=nonsense').expect(404);
  });

  it('keep what a member chooses, everywhere and in a topic', async () => {
    const { slug } = (await community.db('topics').where({ id: question.topic_id }).first('slug'))!;
    const save = (fields: object) =>
      community.visit(asker).post('/settings/notifications').type('form').send(fields);

    await save({ 'email-answers': 'daily', 'list-answers': '' }).expect(303);
    await save({ topic: slug, 'email-answers': 'off' }).expect(303);

    const everywhere = await community.visit(asker).get('/settings/notifications');
    expect(everywhere.text).to.match(/value="daily" selected/);
    const topic = await community.visit(asker).get(`/settings/notifications?topic=${slug}`);
    expect(topic.text).to.match(/value="off" selected/);
    await save({ 'email-answers': 'sometimes' }).expect(422);
  });

  it('keep quiet hours, and say what is wrong with them', async () => {
    const save = (fields: object) =>
      community
        .visit(asker)
        .post('/settings/notifications/quiet')
        .type('form')
        .send({
          ...{ quiet: 'yes', quiet_from: '22:00', quiet_to: '07:00', time_zone: 'Asia/Tokyo' },
          ...fields,
        });

    await save({}).expect(303);
    expect((await save({ quiet_to: '22:00' }).expect(422)).text).to.include('another hour');
    await save({ time_zone: 'Atlantis' }).expect(422);

    const settings = await community.db('notice_settings').where({ member_id: asker.id }).first();
    expect(settings).to.include({ quiet_from: 1320, quiet_to: 420, time_zone: 'Asia/Tokyo' });
  });

  it('stop mails by one POST from anywhere, and only by a POST', async () => {
    const [mail] = await mails();
    const link = linkIn(mail!, 'off');
    const wish = () => community.db('notice_preferences').where({ member_id: asker.id });

    const page = await request(community.app).get(link).expect(200);
    expect(page.text).to.include('answers to your questions');
    expect(await wish()).to.have.length(0);

    const post = request(community.app).post(link).set('sec-fetch-site', 'cross-site');
    await post.type('form').send('List-Unsubscribe=One-Click').expect(200);

    expect(await wish()).to.have.length(1);
    expect((await wish())[0]).to.include({ event: 'answers', channel: 'email', choice: 'off' });
  });

  it('refuse a link that is not ours, not whole, or for something else', async () => {
    const [mail] = await mails();
    const link = linkIn(mail!, 'off');

    for (const wrong of [link.slice(0, -1), `${link}A`, link.replace('off/', 'off/A')]) {
      await request(community.app).post(wrong).expect(410);
    }
    await community.visit().get(link.replace('/off/', '/fixed/')).expect(410);
    expect(await community.db('notice_preferences').where({ member_id: asker.id })).to.have.length(
      0,
    );
  });

  it('mute a thread and hear of it again', async () => {
    await community
      .visit(asker)
      .post(`/q/${String(question.id)}/mute`)
      .type('form')
      .send('on=1');
    expect((await community.visit(asker).get(path())).text).to.include('Hear of it again');

    await community
      .visit(asker)
      .post(`/q/${String(question.id)}/mute`)
      .type('form')
      .send('on=0');
    expect((await community.visit(asker).get(path())).text).to.include('Mute');
    expect((await community.visit().get(path())).text).to.not.include('Mute');
  });

  describe('of reminders', () => {
    const reminders = async () => (await mails()).filter(({ kind }) => kind === 'reminder').length;
    const days = (count: number) => {
      community.itIsNow(new Date(Date.UTC(2026, 0, 15 + count, 12, 30)));
      return remindAskers(community.db, community.perform, community.now());
    };
    const reminded = async () => {
      await days(3);
      return linkIn(
        (await mails()).find(({ kind }) => kind === 'reminder')!,
        'fixed',
      );
    };

    it('come after 3, 7 and 30 days and never else', async () => {
      const counts: number[] = [];
      for (const day of [2, 3, 3, 4, 6, 7, 8, 14, 29, 30, 31, 60]) {
        await days(day);
        counts.push(await reminders());
      }

      expect(counts).to.deep.equal([0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]);
    });

    it('do not come where nothing can be accepted', async () => {
      await community
        .owner('answers')
        .where({ id: answer.id })
        .update({ removed_at: new Date(0) });
      await days(3);
      await community.owner('answers').where({ id: answer.id }).update({ removed_at: null });
      await community.owner('questions').where({ id: question.id }).update({ state: 'solved' });
      await days(3);
      await community.owner('questions').where({ id: question.id }).update({ state: 'open' });
      const until = new Date('2027-01-01');
      await community.owner('members').where({ id: asker.id }).update({ suspended_until: until });
      await days(3);

      expect(await reminders()).to.equal(0);
    });

    it('carry a link that accepts by a POST, without signing in, for that question alone', async () => {
      const link = await reminded();
      const other = await anAnswer(community.owner);
      const page = await community.visit().get(link).expect(200);
      expect(page.text).to.include('This fixed it');
      expect((await state())?.state).to.equal('open');

      const post = (id: number) =>
        community
          .visit()
          .post(link)
          .type('form')
          .send(`answer=${String(id)}`);
      await post(other.id).expect(404);
      await post(answer.id).expect(303);

      expect((await state())?.state).to.equal('solved');
      expect((await community.visit().get(link)).text).to.include('You’ve said that this fixed it');
    });

    it('carry a link that runs out', async () => {
      const link = await reminded();
      community.itIsNow('2026-06-01T12:00:00Z');

      await community.visit().get(link).expect(410);
      const post = community.visit().post(link).type('form');
      await post.send(`answer=${String(answer.id)}`).expect(410);
    });
  });
});

describe('The mails of an admin', () => {
  const community = aCommunity();

  it('name what a server refused for good, and try it again', async () => {
    const admin = await anAdmin(community.owner);
    const member = await aMember(community.owner);
    const [mail] = await community
      .owner('mails')
      .insert({
        ...{ dedupe_key: 'refused', member_id: member.id, kind: 'answered', subject: 'Tom' },
        ...{ to_address: 'gone@example.com', text_body: '', html_body: '' },
        ...{ written_at: community.now(), send_after: community.now() },
        ...{ refused_at: community.now(), last_error: '550 no such mailbox' },
      })
      .returning('id');
    const { text } = await community.visit(admin).get('/admin/mails');
    expect(text).to.include('gone@example.com').and.include('550 no such mailbox');

    const retry = `/admin/mails/${String(mail!.id)}/retry`;
    await community.visit(admin).post(retry).expect(303);

    await community.visit(admin).post(retry).expect(409);
    expect((await community.visit(admin).get('/admin/mails')).text).to.include('One mail waits.');
  });
});
