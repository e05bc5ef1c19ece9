import { expect } from 'chai';

import { connect } from '#src/db/connect.ts';
import { askPrivately } from '#src/handoff/ask-privately.ts';
import { replyAsStaff } from '#src/handoff/reply.ts';
import { sendMail } from '#src/notices/send-mail.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import { tellFollowers } from '#src/notices/tell-followers.ts';
import { aCommunity } from '../support/community.ts';
import { anInbox, REPLY_DOMAIN } from '../support/inbox.ts';
import { aMailServer } from '../support/mail-server.ts';
import { aMember, aModerator, anAnsweredQuestion, aQuestion } from '../support/make.ts';
import { mailsTo } from '../support/mailbox.ts';
import { bring, dialogue } from '../support/smtp-client.ts';

describe('a reply by mail, from our outbox and back', () => {
  const community = aCommunity({ settings: { REPLY_DOMAIN } });
  const server = aMailServer();
  const inbox = anInbox(community);

  let last = 0;
  const reply = (text: string, id = `${String((last += 1))}@mail.example.com`) =>
    [
      ...['From: Priya <priya@example.com>', 'Subject: Re: an answer', `Message-ID: <${id}>`],
      ...['Content-Type: text/plain; charset=utf-8', '', text],
      ...[
        '',
        'On Thu, 15 Jan 2026 at 12:00, Goodline community',
        '<community@goodline.test> wrote:',
      ],
      ...['', '> Somebody answered your question.', ''],
    ].join('\r\n');

  /** Somebody asks, somebody answers, and the mail of it is sent; where it says replies go. */
  const anAnswerIsMailed = async () => {
    const { db, perform, replying, owner } = community;
    const [asker, helper] = [await aMember(owner), await aMember(owner, { level: 'helper' })];
    const question = await aQuestion(owner, { author_id: asker.id });
    const answer = await perform(helper, (work) =>
      postAnswer(work, replying.markdown, { question: question.id, body: 'Switch it off and on.' }),
    );
    const [mail] = await mailsTo(db, asker.email);
    await sendMail({ perform, transport: server.transport(10_000) }, mail!.id);
    const { raw = '' } = server.received.at(-1) ?? {};
    return { asker, helper, question, answer, mail: mail!, raw, to: replyToOf(raw) };
  };
  const replyToOf = (raw: string) => /^Reply-To:\s*<?([^\s>]+)/im.exec(raw)?.[1] ?? '';
  const commentsOn = (answer: { id: number }) =>
    community.db('comments').where({ answer_id: answer.id as never });

  it('is posted as a comment under the answer that the mail told of, for everybody', async () => {
    const { asker, question, answer, to, raw, mail } = await anAnswerIsMailed();
    expect(to).to.match(/^reply\+[\da-v]{40}@reply\.goodline\.test$/);
    expect(raw).to.include('Reply to this mail and it is posted as a comment under');
    expect(mail.text_body).to.match(/comment under \S+’s answer, where everybody can read it\./);

    const said = await inbox.bring({ to, raw: reply('That fixed it, *thank you*!') });

    expect(said).to.match(/^250/);
    const [comment, ...others] = await commentsOn(answer);
    expect(comment).to.include({ author_id: asker.id, body: 'That fixed it, *thank you*!' });
    expect(others).to.deep.equal([]);
    const { text } = await community.visit().get(`/q/${String(question.id)}/${question.slug}`);
    expect(text).to.include('That fixed it, <em>thank you</em>!');
  });

  it('is read once however often it is delivered', async () => {
    const { answer, to } = await anAnswerIsMailed();
    const raw = reply('Once is enough.', 'the-same@mail.example.com');

    const first = await inbox.bring({ to, raw });
    const again = await inbox.bring({ to: to.toUpperCase(), raw });

    expect([first.slice(0, 3), again.slice(0, 3)]).to.deep.equal(['250', '250']);
    expect(await commentsOn(answer)).to.have.length(1);
  });

  it('is posted once by twenty deliveries to two processes at the same moment', async () => {
    const { answer, to, helper } = await anAnswerIsMailed();
    const raw = reply('All at once.');
    const other = await inbox.over(community.db);

    const said = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 ? inbox.bring({ to, raw }) : bring(other.port, { to, raw }),
      ),
    );

    expect(new Set(said.map((line) => line.slice(0, 3)))).to.deep.equal(new Set(['250']));
    expect(await commentsOn(answer)).to.have.length(1);
    const told = await community.db('notices').where({ member_id: helper.id, kind: 'commented' });
    expect(told).to.have.length(1);
    await other.stop();
  });

  it('is posted once where the line breaks before the answer to it is heard', async () => {
    const { answer, to } = await anAnswerIsMailed();
    const raw = reply('Can you hear me?');
    const { say, socket, hand } = await dialogue(inbox.port);
    for (const line of ['MAIL FROM:<p@example.com>', `RCPT TO:<${to}>`, 'DATA']) await say(line);
    const unheard = hand(raw).catch(() => 'unheard');
    socket.end();
    socket.destroySoon();
    await unheard;
    while ((await commentsOn(answer)).length === 0) await community.db.raw('select pg_sleep(0.01)');

    expect(await inbox.bring({ to, raw })).to.match(/^250/);

    expect(await commentsOn(answer)).to.have.length(1);
  });

  it('is not posted where the line breaks in the middle of it', async () => {
    const { answer, to } = await anAnswerIsMailed();
    const before = (await inbox.taken()).length;
    const { say, socket } = await dialogue(inbox.port);
    for (const line of ['MAIL FROM:<p@example.com>', `RCPT TO:<${to}>`, 'DATA']) await say(line);

    socket.write('Subject: Re\r\n\r\nDo not post this before');
    socket.destroySoon();
    await new Promise((closed) => socket.once('close', closed));
    await community.db.raw('select pg_sleep(0.1)');

    expect(await commentsOn(answer)).to.deep.equal([]);
    expect(await inbox.taken()).to.have.length(before);
  });

  it('is asked for again while the database is away, and posted once it is back', async () => {
    const { answer, to } = await anAnswerIsMailed();
    const raw = reply('Are you back?');
    const away = connect('postgres://127.0.0.1:1/none');
    const door = await inbox.over(away);
    const gone = connect(community.appUrl);
    const losing = await inbox.over(gone);

    const { say, socket } = await dialogue(door.port);
    await say('MAIL FROM:<p@example.com>');
    expect(await say(`RCPT TO:<${to}>`)).to.match(/^451/);
    socket.end();
    const second = await dialogue(losing.port);
    for (const line of ['MAIL FROM:<p@example.com>', `RCPT TO:<${to}>`]) await second.say(line);
    await gone.destroy();
    await second.say('DATA');
    expect(await second.hand(raw)).to.match(/^451/);
    second.socket.end();
    expect(await commentsOn(answer)).to.deep.equal([]);

    expect(await inbox.bring({ to, raw })).to.match(/^250/);
    expect(await commentsOn(answer)).to.have.length(1);
    await Promise.all([door.stop(), losing.stop(), away.destroy()]);
  });

  it('to the mail about a comment on a question goes under that question', async () => {
    const { db, perform, replying, owner } = community;
    const [asker, other] = [await aMember(owner), await aMember(owner)];
    const question = await aQuestion(owner, { author_id: asker.id });
    await owner('notice_preferences').insert({
      ...{ member_id: asker.id, event: 'comments', channel: 'email', choice: 'at-once' },
    });
    await perform(other, (work) =>
      postComment(work, replying.markdown, { on: { question: question.id }, body: 'Which phone?' }),
    );
    const [mail] = await mailsTo(db, asker.email);
    expect(mail?.text_body).to.include('a comment under your question');

    await inbox.bring({ to: mail?.reply_to ?? '', raw: reply('A blue one.') });

    const comments = await db('comments').where({ question_id: question.id }).orderBy('id');
    expect(comments.map(({ body, answer_id }) => [body, answer_id])).to.deep.equal([
      ['Which phone?', null],
      ['A blue one.', null],
    ]);
  });

  it('of a follower, to a mail that gathers one thing, goes under the answer', async () => {
    const { db, perform, owner } = community;
    const { question, answer, helper } = await anAnsweredQuestion(owner);
    const follower = await aMember(owner);
    await owner('follows').insert({
      ...{ question_id: question.id, member_id: follower.id, followed_at: community.now() },
    });
    await tellFollowers(db, perform, { questionId: question.id, answerId: answer.id });
    const [{ id, reply_to } = { id: 0 as never, reply_to: '' }] = await mailsTo(db, follower.email);
    expect(reply_to).to.equal(null);
    community.itIsNow(new Date(community.now().getTime() + 20 * 60_000));

    await sendMail({ perform, transport: server.transport(10_000) }, id);

    const { raw = '' } = server.received.at(-1) ?? {};
    expect(raw.replaceAll('=\r\n', '')).to.include(`comment under ${helper.name}`);
    expect(await inbox.bring({ to: replyToOf(raw), raw: reply('Me, too.') })).to.match(/^250/);
    expect(await commentsOn(answer)).to.have.length(1);
  });

  it('of a private conversation goes to our team alone', async () => {
    const { db, perform, replying, owner } = community;
    const [member, mod] = [await aMember(owner), await aModerator(owner)];
    const key = () => crypto.randomUUID();
    const { id } = await perform(member, (work) =>
      askPrivately(work, replying.privateMarkdown, {
        ...{ key: key(), subject: 'My bill', body: 'It is wrong.', origin: 'asked' },
      }),
    );
    const seen = (await db('case_messages').where({ case_id: id }).first('id'))?.id;
    await perform(mod, (work) =>
      replyAsStaff(work, replying.privateMarkdown, id, { key: key(), body: 'Which one?', seen }),
    );
    const mail = (await mailsTo(db, member.email)).at(-1);
    expect(mail?.text_body).to.include('it goes to our team alone');
    const raw = reply('The one of May; call me on 07700 900123.');

    await inbox.bring({ to: mail?.reply_to ?? '', raw });
    await inbox.bring({ to: mail?.reply_to ?? '', raw });

    const messages = await db('case_messages').where({ case_id: id }).orderBy('id');
    expect(messages.map(({ body }) => body).slice(1)).to.deep.equal([
      'Which one?',
      'The one of May; call me on 07700 900123.',
    ]);
    expect(await db('comments').where({ author_id: member.id })).to.deep.equal([]);
  });
});
