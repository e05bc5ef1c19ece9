import { expect } from 'chai';

import type { MailRow } from '#src/notices/rows.ts';
import { sendMail } from '#src/notices/send-mail.ts';
import { cancelMail, writeMail } from '#src/notices/write-mail.ts';
import { aCommunity } from '../support/community.ts';
import { aMember } from '../support/make.ts';

describe('the outbox', () => {
  const community = aCommunity();

  const write = async (dedupeKey: string, subject = 'Tom answered') => {
    const member = await aMember(community.owner);
    const to = member.email ?? '';
    const mail = { kind: 'answered', memberId: member.id, to, subject, text: 'Hi <b>.' } as const;
    await community.perform('system', (work) => writeMail(work, { ...mail, dedupeKey }));
    return find(dedupeKey);
  };
  const find = async (dedupe_key: string): Promise<MailRow> => {
    const mail = await community.db('mails').where({ dedupe_key }).first();
    return mail!;
  };
  const send = async ({ id }: MailRow, transport = () => Promise.resolve()) =>
    sendMail({ perform: community.perform, transport }, id);

  it('tells the same thing once', async () => {
    await write('answered.1');
    await write('answered.1');

    expect(await community.db('mails').where({ dedupe_key: 'answered.1' })).to.have.length(1);
  });

  it('sends a mail once, however often the job runs', async () => {
    const mail = await write('answered.2');
    const taken: string[] = [];
    const transport = () => Promise.resolve(void taken.push('taken'));

    await Promise.all([send(mail, transport), send(mail, transport)]);
    await send(mail, transport);

    expect(taken).to.deep.equal(['taken']);
    expect((await find('answered.2')).sent_at).to.deep.equal(community.now());
  });

  it('keeps a mail that the server did not take, and sends it next time', async () => {
    const mail = await write('answered.3');

    await send(mail, () => Promise.reject(new Error('refused')));
    expect((await find('answered.3')).sent_at).to.equal(null);

    community.itIsNow('2026-01-15T12:01:00Z');
    await send(mail);
    expect((await find('answered.3')).sent_at).to.not.equal(null);
  });

  it('does not send what was taken back', async () => {
    const mail = await write('answered.4');
    await community.perform('system', (work) => cancelMail(work, 'answered.4'));

    await send(mail, () => Promise.reject(new Error('it was sent')));

    expect((await find('answered.4')).sent_at).to.equal(null);
  });

  it('prints what people typed as text, and keeps a subject on one line', async () => {
    const mail = await write('answered.5', 'Tom\r\nBcc: all@example.com');

    expect(mail.html_body).to.include('Hi &lt;b&gt;.');
    expect(mail.subject).to.equal('Tom Bcc: all@example.com');
  });
});
