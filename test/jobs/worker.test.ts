import { setTimeout as wait } from 'node:timers/promises';

import { expect } from 'chai';
import { pino } from 'pino';

import { startWorker, type Worker } from '#src/jobs/worker.ts';
import type { MailRow } from '#src/notices/rows.ts';
import { writeMail } from '#src/notices/write-mail.ts';
import { outcomeOf } from '../support/outcome.ts';
import { aCommunity } from '../support/community.ts';
import { aMember } from '../support/make.ts';

describe('the job worker', () => {
  const community = aCommunity();
  const sent: MailRow['subject'][] = [];
  let worker: Worker;

  before(async () => {
    const { appUrl: databaseUrl, db, perform } = community;
    const transport = (mail: MailRow) => Promise.resolve(void sent.push(mail.subject));
    const log = pino({ level: 'silent' });
    const [now, embedder] = [() => new Date(), undefined];
    worker = await startWorker({ databaseUrl, db, perform, now, transport, log, embedder });
  });
  after(() => worker.stop());

  const write = async (subject: string, fails = false) => {
    community.itIsNow(new Date());
    const member = await aMember(community.owner);
    await community.perform('system', async (work) => {
      const to = member.email ?? '';
      const mail = { kind: 'answered', memberId: member.id, to, text: 'Hello.' } as const;
      await writeMail(work, { ...mail, subject, dedupeKey: subject });
      if (fails) throw new Error('something else failed');
    });
  };
  const until = async (holds: () => boolean) => {
    for (let tries = 0; tries < 100 && !holds(); tries += 1) await wait(50);
  };

  it('sends a mail once the work that wrote it is committed', async () => {
    await write('Committed');

    await until(() => sent.includes('Committed'));

    expect(sent).to.deep.equal(['Committed']);
  });

  it('knows nothing of what was rolled back', async () => {
    await outcomeOf(write('Rolled back', true));
    await write('Afterwards');

    await until(() => sent.includes('Afterwards'));

    expect(sent).to.include('Afterwards').and.not.include('Rolled back');
  });

  it('acts as the site’s own role', async () => {
    const { rows } = await community.owner.raw<{ rows: { owner: string }[] }>(
      `select distinct tableowner as owner from pg_tables where schemaname = 'graphile_worker'`,
    );

    expect(rows.map(({ owner }) => owner)).to.not.include('goodline_app');
  });
});
