import { setTimeout as wait } from 'node:timers/promises';

import { expect } from 'chai';

import type { MailRow } from '#src/notices/rows.ts';
import { sendMail } from '#src/notices/send-mail.ts';
import { sendNewMail, sendWaitingMails } from '#src/notices/send-waiting-mails.ts';
import { writeMail } from '#src/notices/write-mail.ts';
import { aDomain } from '../support/domain.ts';
import { aMailServer } from '../support/mail-server.ts';
import { aMember } from '../support/make.ts';

describe('mails and a real mail server', () => {
  const domain = aDomain();
  const server = aMailServer();

  const NOON = new Date('2026-01-15T12:00:00Z');
  const later = (minutes: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + minutes * 60_000));
  };
  let last = 0;
  const write = async (subject = 'Tom answered'): Promise<MailRow> => {
    const member = await aMember(domain.owner);
    const to = member.email ?? '';
    const dedupeKey = `mail-server.${String((last += 1))}`;
    const mail = { kind: 'answered', memberId: member.id, to, subject, text: 'Hello.' } as const;
    await domain.perform('system', (work) => writeMail(work, { ...mail, dedupeKey }));
    return read({ dedupe_key: dedupeKey });
  };
  const read = async (which: Partial<MailRow>): Promise<MailRow> =>
    (await domain.db('mails').where(which).first())!;
  const needs = () => ({ ...domain, transport: server.transport() });
  const send = ({ id }: MailRow) => sendMail(needs(), id);
  const sweep = () => sendWaitingMails(needs());
  const receivedBy = ({ to_address }: MailRow) =>
    server.received.filter(({ to }) => to === to_address);

  beforeEach(async () => {
    domain.itIsNow(NOON);
    server.isNow('takes');
    await domain.owner('mails').delete();
    server.received.length = 0;
  });

  it('hands a mail over with both its parts and its name', async () => {
    const mail = await write('Tom answered: ‘Activating’');

    await send(mail);

    const [{ raw, messageId } = { raw: '', messageId: '' }] = receivedBy(mail);
    expect(raw).to.include('text/plain').and.include('text/html').and.include('Auto-Submitted');
    expect(raw).to.match(/^From: Goodline community <community@goodline\.test>/m);
    expect(messageId).to.match(/^<\d+\.[\da-f]{24}@goodline\.test>$/);
  });

  it('keeps what a server does not take for now, and sends it once it does', async () => {
    const mail = await write();

    for (const mood of ['hangs', 'defers', 'drops'] as const) {
      server.isNow(mood);
      expect(await send(mail), mood).to.equal(mood === 'defers' ? 'later' : 'unreachable');
      expect(await send(mail), `${mood}, at once again`).to.equal('nothing');
      later(60);
    }
    server.isNow('takes');
    await sweep();
    await sweep();

    expect(receivedBy(mail)).to.have.length(1);
    expect((await read({ id: mail.id })).attempts).to.equal(4);
  });

  it('gives a mail the same name whenever it is sent', async () => {
    const mail = await write();
    await send(mail);
    await domain.owner('mails').update({ sent_at: null });

    await send(mail);

    const [first, second] = receivedBy(mail);
    expect(first?.messageId).to.equal(second?.messageId);
  });

  it('sends every mail once after the server was stopped and started again', async () => {
    await server.stop();
    const mails = [await write(), await write(), await write()];
    await sweep();
    for (const { id } of mails) await sendNewMail(needs(), id);
    expect((await domain.db('mails')).reduce((sum, { attempts }) => sum + attempts, 0)).to.equal(1);
    await server.start();

    later(60);
    await sweep();
    await sweep();

    for (const mail of mails) expect(receivedBy(mail)).to.have.length(1);
  });

  it('never hands a mail over twice at once, and again if whoever had it is gone', async () => {
    server.isNow('hangs');
    const mail = await write();
    const hanging = sendMail({ ...domain, transport: server.transport(60_000) }, mail.id);
    while (server.connections() === 0) await wait(5);

    server.isNow('takes');
    expect(await send(mail)).to.equal('nothing');
    later(11);
    expect(await send(mail)).to.equal('sent');

    await server.stop();
    await hanging;
    await server.start();
    expect(await read({ id: mail.id })).to.include({ refused_at: null });
    expect((await read({ id: mail.id })).sent_at).to.not.equal(null);
  });

  it('writes mails to others and to the same member while the server hangs', async () => {
    server.isNow('hangs');
    const mail = await write();
    const hanging = send(mail);
    while (server.connections() === 0) await wait(5);

    await write();
    const member_id = mail.member_id;
    await domain.perform('system', (work) =>
      writeMail(work, {
        ...{ kind: 'accepted', memberId: member_id, to: mail.to_address, subject: 'Accepted' },
        ...{ text: 'Hello.', dedupeKey: 'while-it-hangs' },
      }),
    );

    expect(await domain.db('mails')).to.have.length(3);
    expect(await hanging).to.equal('unreachable');
  });

  it('gives up on what is refused for good, and goes on with the others', async () => {
    server.isNow('refuses');
    const mail = await write();
    await sweep();
    server.isNow('takes');
    const next = await write();

    later(60);
    await sweep();

    const { refused_at, last_error } = await read({ id: mail.id });
    expect(refused_at).to.deep.equal(NOON);
    expect(last_error).to.include('no such mailbox');
    expect([receivedBy(mail).length, receivedBy(next).length]).to.deep.equal([0, 1]);
  });

  it('gives up on what no server took for five days', async () => {
    await server.stop();
    const mail = await write();
    later(5 * 24 * 60 + 1);

    await sweep();

    await server.start();
    expect((await read({ id: mail.id })).refused_at).to.not.equal(null);
  });
});
