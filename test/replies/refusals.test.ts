import { readFileSync } from 'node:fs';

import { expect } from 'chai';

import { postAnswer } from '#src/forum/post-answer.ts';
import type { NewMemberRow } from '#src/members/rows.ts';
import type { MailRow } from '#src/notices/rows.ts';
import { aCommunity } from '../support/community.ts';
import { anInbox, REPLY_DOMAIN } from '../support/inbox.ts';
import { mailsTo } from '../support/mailbox.ts';
import { aMember, anAdmin, aQuestion } from '../support/make.ts';
import { dialogue } from '../support/smtp-client.ts';

describe('a reply by mail that is not posted', () => {
  const community = aCommunity({ settings: { REPLY_DOMAIN } });
  const inbox = anInbox(community, { protocol: 'smtp' });
  const NOON = new Date('2026-01-15T12:00:00Z');
  const later = (hours: number) => {
    community.itIsNow(new Date(community.now().getTime() + hours * 3_600_000));
  };
  beforeEach(() => {
    community.itIsNow(NOON);
  });

  const inCorpus = (name: string) => readFileSync(`test/replies/corpus/${name}.eml`);
  let last = 0;
  const saying = (text: string) =>
    `Subject: Re\r\nMessage-ID: <refusal-${String((last += 1))}@x>\r\n\r\n${text}\r\n`;

  /** Somebody who was mailed about an answer to their question. */
  const somebodyAnswered = async (details: Partial<NewMemberRow> = {}) => {
    const { db, perform, replying, owner } = community;
    const [asker, helper] = [await aMember(owner, details), await aMember(owner)];
    const question = await aQuestion(owner, { author_id: asker.id });
    const answer = await perform(helper, (work) =>
      postAnswer(work, replying.markdown, { question: question.id, body: 'Switch it off and on.' }),
    );
    const [mail] = await mailsTo(db, asker.email);
    return { asker, question, answer, to: mail?.reply_to ?? '' };
  };
  const became = async () => {
    const row = (await inbox.taken()).at(-1);
    return row && [row.became, row.why, row.told];
  };
  const comments = ({ id }: { id: number }) =>
    community.db('comments').where({ answer_id: id as never });
  const bouncesTo = async (to: string | null): Promise<MailRow[]> =>
    (await mailsTo(community.db, to)).filter(({ kind }) => kind === 'mailed-reply');

  it('is given back kindly where something is attached, once an hour about a thread', async () => {
    const { asker, answer, to } = await somebodyAnswered();

    expect(await inbox.bring({ to, raw: inCorpus('attached-pdf') })).to.match(/^250/);
    expect(await became()).to.deep.equal(['refused', 'attachments', true]);
    expect(await inbox.bring({ to, raw: inCorpus('attached-zip') })).to.match(/^554.*attached/);
    expect(await inbox.bring({ to, raw: inCorpus('attached-pdf') })).to.match(/^250/);
    later(2);
    expect(await inbox.bring({ to, raw: inCorpus('photo-from-iphone') })).to.match(/^250/);

    const [mail, ...others] = await bouncesTo(asker.email);
    expect(mail?.subject).to.match(/^Your reply wasn’t posted: No signal/);
    expect(mail?.text_body).to.include('Send the words alone').and.include('Here it is.');
    expect(mail?.reply_to).to.equal(null);
    expect(others).to.have.length(1);
    expect(await comments(answer)).to.deep.equal([]);
  });

  it('is not published where it looks personal', async () => {
    const { asker, answer, to, question } = await somebodyAnswered();

    await inbox.bring({ to, raw: inCorpus('with-a-telephone-number') });

    const [mail] = await bouncesTo(asker.email);
    expect(mail?.text_body).to.include('a phone number').and.include('to our team alone');
    expect(mail?.text_body).to.include(`/q/${String(question.id)}/`);
    expect(await comments(answer)).to.deep.equal([]);
  });

  it('is dropped without a word where nobody wrote it', async () => {
    const { asker, answer, to } = await somebodyAnswered();
    const names = ['out-of-office-exchange', 'mailing-list', 'not-delivered', 'our-own-mail'];

    for (const name of names)
      expect(await inbox.bring({ to, raw: inCorpus(name) })).to.match(/^250/);
    expect(await inbox.bring({ from: '', to, raw: saying('A bounce.') })).to.match(/^250/);

    expect(await became()).to.deep.equal(['dropped', 'bounce', false]);
    expect(await bouncesTo(asker.email)).to.deep.equal([]);
    expect(await comments(answer)).to.deep.equal([]);
  });

  it('is told why where a sanction, a removal or a limit of posting forbids it', async () => {
    const { owner } = community;
    const suspended = await somebodyAnswered();
    await owner('members')
      .where({ id: suspended.asker.id })
      .update({ suspended_until: new Date('2026-03-01') });
    const removed = await somebodyAnswered();
    await owner('answers').where({ id: removed.answer.id }).update({ removed_at: NOON });
    const linking = await somebodyAnswered({ level: 'newcomer' });

    await inbox.bring({ to: suspended.to, raw: saying('Hello.') });
    expect(await became()).to.deep.equal(['refused', 'not-allowed', true]);
    await inbox.bring({ to: removed.to, raw: saying('Hello.') });
    expect(await became()).to.deep.equal(['refused', 'gone', true]);
    await inbox.bring({
      to: linking.to,
      raw: saying('https://a.example https://b.example https://c.example'),
    });
    expect(await became()).to.deep.equal(['refused', 'not-as-it-is', true]);

    const [mail] = await bouncesTo(suspended.asker.email);
    expect(mail?.text_body).to.include('Your account is suspended');
  });

  it('waits for a look where a newcomer’s post would on the site', async () => {
    const { owner } = community;
    const { asker, answer, to } = await somebodyAnswered({ level: 'newcomer' });
    await owner('members')
      .where({ id: asker.id })
      .update({ limited_until: new Date('2026-03-01') });

    await inbox.bring({ to, raw: saying('It works now.') });

    expect(await became()).to.deep.equal(['held', null, true]);
    expect((await comments(answer))[0]?.held_at).to.deep.equal(NOON);
    expect((await bouncesTo(asker.email))[0]?.subject).to.match(/^Your reply waits for a look/);
  });

  it('is refused at the door where the address is none, has run out or is elsewhere', async () => {
    const { asker, to } = await somebodyAnswered();
    const raw = saying('Hello.');
    const forged = to.replace(/.(?=@)/, (last) => (last === '0' ? '1' : '0'));

    expect(await inbox.bring({ to: forged, raw })).to.match(/^550 5\.1\.1/);
    expect(await inbox.bring({ to: 'somebody@elsewhere.example', raw })).to.match(/^550 5\.7\.1/);
    expect(await inbox.bring({ to: `reply+${'v'.repeat(40)}@${REPLY_DOMAIN}`, raw })).to.match(
      /^550/,
    );
    later(181 * 24);
    expect(await inbox.bring({ to, raw })).to.match(/^550 5\.1\.6/);
    community.itIsNow(NOON);
    await community
      .owner('members')
      .where({ id: asker.id })
      .update({ email_key: 'new@example.com' });
    expect(await inbox.bring({ to, raw })).to.match(/^550 5\.1\.1/);
  });

  it('is told to be too large before and after it was brought', async () => {
    const { to } = await somebodyAnswered();
    const raw = saying('x'.repeat(11 * 1024 * 1024));

    const { say, socket } = await dialogue(inbox.port, 'EHLO');
    expect(await say('MAIL FROM:<p@example.com> SIZE=20000000')).to.match(/^552/);
    socket.end();
    expect(await inbox.bring({ to, raw })).to.match(/^552/);
  });

  it('takes one recipient at a time', async () => {
    const [one, two] = [await somebodyAnswered(), await somebodyAnswered()];
    const { say, socket } = await dialogue(inbox.port, 'EHLO');
    await say('MAIL FROM:<p@example.com>');

    expect(await say(`RCPT TO:<${one.to}>`)).to.match(/^250/);
    expect(await say(`RCPT TO:<${two.to}>`)).to.match(/^452/);
    socket.end();
  });

  it('takes no second message for one that is hidden in the first', async () => {
    const { asker, answer, to } = await somebodyAnswered();
    const inner = `MAIL FROM:<>\nRCPT TO:<${to}>\nDATA\n\nSmuggled.\n.\n`;
    for (const end of ['\n.\n', '\r.\r', '\n.\r\n']) {
      const { say, hand, socket } = await dialogue(inbox.port, 'EHLO');
      for (const line of ['MAIL FROM:<p@example.com>', `RCPT TO:<${to}>`, 'DATA']) await say(line);
      socket.write(
        `Subject: Re\r\nMessage-ID: <${JSON.stringify(end)}@x>\r\n\r\nHello.${end}${inner}`,
      );
      await hand('The end.');
      socket.end();
    }

    const bodies = (await comments(answer)).map(({ body }) => body);
    expect(bodies).to.have.length(3);
    for (const body of bodies) expect(body).to.match(/^Hello\.[^]*The end\.$/);
    expect(await bouncesTo(asker.email)).to.deep.equal([]);
  });

  it('keeps no one waiting for what no mail program sends', async () => {
    const { to } = await somebodyAnswered();
    const head = 'Subject: Re\r\nMessage-ID: <monster@x>\r\n';
    const parts = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(5_000);
    const monsters = {
      head: `${'X-A: b\r\n'.repeat(100_000)}\r\nx`,
      parts: `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`,
      line: `${head}\r\n${'word '.repeat(1_900_000)}`,
      html: `${head}Content-Type: text/html\r\n\r\n${'<b>'.repeat(300_000)}`,
      nests: `${head}${'Content-Type: message/rfc822\r\n\r\n'.repeat(10_000)}x`,
    };

    for (const [name, raw] of Object.entries(monsters)) {
      expect(await inbox.bring({ to, raw }), name).to.match(/^(?:250|554)/);
    }
    expect(await inbox.bring({ to, raw: saying('Still here?') })).to.match(/^250/);
    expect(await became()).to.deep.equal(['comment', null, false]);
  });

  it('is counted for admins by what became of it, and not shown', async () => {
    const { text } = await community.visit(await anAdmin(community.owner)).get('/admin/mails');

    expect(text)
      .to.include('Replies that came in')
      .and.include('Not posted: something was attached');
    expect(text).not.to.include('Here it is.');
  });
});
