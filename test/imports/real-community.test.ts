import { join } from 'node:path';

import { expect } from 'chai';

import { siteOf } from '#src/imports/dump-people.ts';
import { readHistory } from '#src/imports/dump.ts';
import type { ImportReport } from '#src/imports/report.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import {
  addUp,
  balancesOf,
  complaintOf,
  programs,
  skipWithout,
  trialBalanceIn,
  type Program,
} from '#test/support/accounting.ts';
import { aCommunity, type Community } from '#test/support/community.ts';
import { aFinancePerson, aModerator } from '#test/support/make.ts';
import { importing } from './importing.ts';

const folder = process.env['REAL_DATA'];
const path = join(folder ?? '', 'stackexchange-coffee-posts.xml');
const MONTHS = ['2015-01', '2015-02', '2015-03', '2026-01', '2026-02'];

(folder === undefined ? describe.skip : describe)('A real community', function () {
  this.timeout(120_000);
  const community = aCommunity();
  let report: ImportReport;
  let browser: ReturnType<Community['visit']>;

  before(async () => {
    const dump = await readHistory(path, community.now());
    report = await importing(community, { dump, site: siteOf(path) });
    await verifyEmails(community);
    browser = community.visit(await aModerator(community.owner));
  });

  it('is imported whole, at its own dates', async () => {
    const { db } = community;

    expect(report.added).to.deep.equal({
      ...{ people: 115, questions: 225, answers: 327, acceptances: 105 },
    });
    expect(report.skipped).to.deep.include({ tagWikis: 40, other: 0, takenDown: 0 });
    const { rows } = await db.raw<{ rows: unknown[] }>(
      'select min(asked_at) as first, max(asked_at) < ? as past from questions',
      ['2015-03-08T00:00:00Z'],
    );
    expect(rows).to.deep.equal([{ first: new Date('2015-01-27T20:09:32.720Z'), past: true }]);
  });

  it('has every acceptance rewarded, or refused by the rules with a reason', async () => {
    const { rows } = await community.db.raw<{ rows: { outcome: string; count: bigint }[] }>(
      `select coalesce(r.refusal, r.state) as outcome, count(*)
         from acceptances c left join rewards r on r.acceptance_id = c.id
        group by 1 order by 1`,
    );

    expect(rows).to.deep.equal([
      { outcome: 'held', count: 96n },
      { outcome: 'own-question', count: 6n },
      { outcome: 'pair-limit', count: 3n },
    ]);
  });

  it('adds nothing when it is imported again', async () => {
    const dump = await readHistory(path, community.now());

    const again = await importing(community, { dump, site: siteOf(path) });

    expect(again.added).to.deep.equal({ people: 0, questions: 0, answers: 0, acceptances: 0 });
    expect(again.known).to.equal(225 + 327 + 105);
  });

  it('has its audits decided at the desk, one page after the other', async () => {
    const decided = { pass: 0, fail: 0 };
    let desk = await firstOfQueue(browser);
    while (desk !== '/staff/audits') {
      const count = decided.pass + decided.fail;
      if (count === 40) community.itIsNow('2026-02-10T12:00:00Z');
      const verdict = count % 6 === 5 ? 'fail' : 'pass';
      desk = await decide(browser, desk, verdict);
      decided[verdict] += 1;
    }

    expect(decided).to.deep.equal({ pass: 80, fail: 16 });
    expect(await community.db('audits').whereNot({ state: 'decided' })).to.deep.equal([]);
  });

  it('has some called back to the desk, and what was released is taken back', async () => {
    const { rows } = await community.db.raw<{ rows: { answer_id: number }[] }>(
      `select answer_id from acceptances c join rewards r on r.acceptance_id = c.id
        where r.state = 'released' order by c.id limit 3`,
    );

    for (const { answer_id } of rows) {
      const called = await browser.post('/staff/audits').type('form').send({ answer: answer_id });
      await decide(browser, called.get('Location') ?? '', 'fail');
    }

    const taken = await community.db('rewards').where({ state: 'clawed-back' });
    expect(taken).to.have.length(3);
  });

  it('leaves a ledger that verifies', async () => {
    await sealTransfers(community.db);
    const findings = await verifyLedger(community.db);

    expect(findings.filter(({ broken }) => broken > 0n)).to.deep.equal([]);
  });

  it('has months of transfers that add up to the trial balance of the last', async () => {
    const download = downloads(community.visit(await aFinancePerson(community.owner)));

    const months = await Promise.all(
      MONTHS.map((month) => download(`/finance/ledger/${month}.csv`)),
    );

    const last = await download('/finance/trial-balance/2026-02.csv');
    expect(addUp(months)).to.deep.equal(trialBalanceIn(last, 'hledger'));
  });

  for (const program of Object.keys(programs) as Program[]) {
    describe(`in the eyes of ${program}`, () => {
      let download: (address: string) => Promise<string>;

      before(async function () {
        await skipWithout(this, program);
        download = downloads(community.visit(await aFinancePerson(community.owner)));
      });

      for (const month of MONTHS) {
        it(`has a journal of ${month} that agrees with the trial balance to the penny`, async () => {
          const journal = await download(journalOf(program, month));
          const trialBalance = await download(`/finance/trial-balance/${month}.csv`);

          expect(await complaintOf(program, journal)).to.equal('');
          const balances = await balancesOf(program, journal);
          expect(balances).to.deep.equal(trialBalanceIn(trialBalance, program));
          expect(balances.size).to.be.greaterThan(20);
        });
      }

      it('has no journal of which a penny can be changed, on one side or on both', async () => {
        const journal = await download(journalOf(program, '2015-02'));
        const [both = ''] =
          /\n2015-02-\d\d [^\n]*reward\.hold"?(?:\n {2}[^\n]+)+/.exec(journal) ?? [];
        expect(both.match(/0\.50 /g)).to.have.length(2);

        const oneSide = journal.replace(both, both.replace('0.50 ', '0.51 '));
        const twoSides = journal.replace(both, both.replaceAll('0.50 ', '0.51 '));

        expect(await complaintOf(program, oneSide)).to.match(/balance/i);
        expect(await complaintOf(program, twoSides)).to.match(/balance/i);
      });
    });
  }
});

/** Half of the people come and verify an address, so that what they earned can be released. */
async function verifyEmails({ owner }: Community): Promise<void> {
  await owner.raw(
    `update members
        set email = name || '@example.com', email_key = name_key || '@example.com',
            email_verified_at = joined_at
      where id % 2 = 0 and role = 'member'`,
  );
}

async function firstOfQueue(browser: ReturnType<Community['visit']>): Promise<string> {
  const { text } = await browser.get('/staff/audits').expect(200);
  return /href="(\/staff\/audits\/\d+)"/.exec(text)?.[1] ?? '';
}

/** Decides one audit and says where its page leads next. */
async function decide(
  browser: ReturnType<Community['visit']>,
  desk: string,
  verdict: 'pass' | 'fail',
): Promise<string> {
  const { text } = await browser.get(desk).expect(200);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1];
  const reason = verdict === 'fail' && { reason: 'wrong', note: 'This was never so.' };
  const decided = await browser
    .post(`${desk}/verdict`)
    .type('form')
    .send({ verdict, version, ...reason })
    .expect(303);
  return decided.get('Location') ?? '';
}

const journalOf = (program: Program, month: string) =>
  `/finance/journal/${month}.${programs[program].extension}`;

const downloads = (browser: ReturnType<Community['visit']>) => async (address: string) =>
  (await browser.get(address).expect(200)).text;
