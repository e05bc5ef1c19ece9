import { expect } from 'chai';

import { approveAdjustment } from '#src/finance/adjustments/approve-adjustment.ts';
import { proposeAdjustment } from '#src/finance/adjustments/propose-adjustment.ts';
import type { Month } from '#src/ledger/dates.ts';
import { memberAccount } from '#src/ledger/accounts.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { decimal } from '#src/ledger/money.ts';
import { minorUnits } from '#test/support/accounting.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';
import { openInSpreadsheet, skipWithoutSpreadsheet } from '#test/support/spreadsheet.ts';
import {
  aHold,
  aRelease,
  giveCredit,
  postAs,
  reverseAs,
  someKey,
  someone,
  transferOf,
} from '../../ledger/orders.ts';
import { anAdjustment } from '../adjusting.ts';
import { aYear, YEAR, type Finance } from '../year.ts';
import { readExport, recordsIn } from './read-export.ts';

const JUNE = '2026-06' as Month;
const AMOUNTS = ['earned', 'released', 'taken_back', 'paid', 'expired', 'funded', 'adjusted'];
const AGES = ['0-30', '31-60', '61-90', '91-180', '181-365', 'over 365'];

type Row = Record<string, string>;
const money: (minor: bigint) => string = decimal;
const sum = (rows: Row[], column: string) =>
  rows.reduce((total, row) => total + minorUnits(row[column] ?? ''), 0n);

describe('What accountants take of a month', function () {
  this.timeout(60_000);
  const domain = aDomain();
  let finance: Finance;
  before(async () => {
    finance = await aYear(domain);
  });

  const file = async (format: Parameters<typeof readExport>[2], month: string = JUNE) => {
    const { manifest, text } = await readExport(domain.db, month, format);
    return { manifest, text, rows: recordsIn(text) };
  };

  it('is a journal of two lines to a transfer, which balances and names nobody', async () => {
    const [journal, ledger] = [await file('journal'), await file('csv')];

    expect(journal.text.split('\r\n')[0]).to.equal(
      'date,seq,journal,line,account,gl_code,cost_centre,tax_code,debit,credit,currency,' +
        'event,ref,description,actor,approver',
    );
    expect(journal.rows).to.have.length(2 * ledger.rows.length);
    expect(journal.manifest.rows).to.equal(journal.rows.length);
    expect(sum(journal.rows, 'debit')).to.equal(sum(journal.rows, 'credit'));
    expect(sum(journal.rows, 'debit')).to.equal(minorUnits(journal.manifest.debit));
    expect(journal.rows[1]).to.include({
      ...{ line: '2', gl_code: '2110', cost_centre: '', tax_code: '', debit: '0.00' },
      ...{ event: 'reward.hold', ref: 'test:1', description: 'Reward set aside, test 1' },
      ...{ actor: 'system', approver: '' },
    });
    expect(journal.text).to.not.include(finance.maker.name);
  });

  it('is a summary by code that says of each what the journal says', async () => {
    const { rows, manifest } = await file('erp');
    const journal = (await file('journal')).rows;

    for (const row of rows.slice(0, -1)) {
      const lines = journal.filter(({ gl_code }) => gl_code === row['gl_code']);
      expect(minorUnits(row['debit']!), row['gl_code']).to.equal(sum(lines, 'debit'));
      expect(minorUnits(row['credit']!), row['gl_code']).to.equal(sum(lines, 'credit'));
      expect(row['net']).to.equal(money(sum(lines, 'debit') - sum(lines, 'credit')));
    }
    expect(rows.at(-1)).to.include({ gl_code: 'total', debit: manifest.debit, net: '0.00' });
    expect(manifest.rows).to.equal(rows.length - 1);
  });

  it('is a roll-forward of every liability that adds up across and down', async () => {
    const { rows, manifest } = await file('roll-forward');
    const [lines, total] = [rows.slice(0, -1), rows.at(-1)!];

    for (const row of rows) {
      const across = ['opening', ...AMOUNTS].map((column) => minorUnits(row[column] ?? ''));
      expect(money(across.reduce((one, other) => one + other)), row['line']).to.equal(
        row['closing'],
      );
    }
    for (const column of ['opening', ...AMOUNTS, 'closing']) {
      expect(total[column], column).to.equal(money(sum(lines, column)));
      expect(
        lines.some((line) => line[column] !== '0.00'),
        column,
      ).to.equal(true);
    }
    expect(manifest.liability).to.equal(total['closing']);
  });

  it('rolls forward from what the month before ended with, to what the trial balance has', async () => {
    for (const [index, month] of YEAR.entries()) {
      const { rows } = await file('roll-forward', month);
      const balances = (await file('trial-balance', month)).rows.filter(
        ({ kind }) => kind === 'liability',
      );

      expect(rows.at(-1)!['closing'], month).to.equal(
        money(sum(balances, 'credit') - sum(balances, 'debit')),
      );
      const before = index === 0 ? undefined : await file('roll-forward', YEAR[index - 1]);
      expect(rows.at(-1)!['opening'], month).to.equal(before?.rows.at(-1)!['closing'] ?? '0.00');
    }
  });

  it('counts what was undone as what it undid', async () => {
    domain.itIsNow('2027-03-10T10:00:00Z');
    const member = someone();
    const hold = await postAs(domain, aHold(member));
    const key = someKey();
    await postAs(domain, aRelease(member, hold, { key }));

    await reverseAs(domain, await transferOf(domain.db, key));

    await sealTransfers(domain.db);
    const [pending] = (await file('roll-forward', '2027-03')).rows;
    expect(pending).to.include({ earned: '0.50', released: '0.00', adjusted: '0.00' });
  });

  it('is a list of all adjustments, with both people and why, which no spreadsheet runs', async function () {
    await skipWithoutSpreadsheet(this);
    domain.itIsNow('2027-02-10T10:00:00Z');
    const { maker, checker } = finance;
    const asked = anAdjustment(await aMember(domain.owner), {
      ...{ reason: '=HYPERLINK("http://evil.example")', evidence: '@SUM(1+1)', amount: 21n },
    });
    const { id } = await domain.perform(maker, (work) => proposeAdjustment(work, asked));
    domain.itIsNow('2027-02-11T10:00:00Z');
    await domain.perform(checker, (work) => approveAdjustment(work, id));
    await sealTransfers(domain.db);

    const { rows, manifest } = await file('adjustments', '2027-02');

    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({
      ...{ id: String(id), effective_date: '2027-02-11', member: '', amount: '0.21' },
      ...{ maker: `member:${String(maker.id)}`, maker_name: maker.name },
      ...{ checker: `member:${String(checker.id)}`, checker_name: checker.name },
      ...{ made_at: '2027-02-10T10:00:00.000Z', decided_at: '2027-02-11T10:00:00.000Z' },
      ...{ reason: `'=HYPERLINK("http://evil.example")`, evidence: `'@SUM(1+1)` },
      ...{ debit_account: 'expense:rewards', credit_account: asked.to, currency: 'GBP' },
    });
    expect(manifest).to.include({ rows: 1, debit: '0.21', credit: '0.21' });
    const { bytes } = await readExport(domain.db, '2027-02', 'xlsx');
    const [adjustments] = (await openInSpreadsheet(bytes, 'xlsx')).filter(([head]) =>
      head?.includes('evidence'),
    );
    expect(adjustments?.[1]).to.include.members([
      ...['=HYPERLINK("http://evil.example")', '@SUM(1+1)', '0.21', maker.name],
    ]);
  });

  it('says of every day what members hold, as the trial balance of the month does', async () => {
    for (const month of YEAR) {
      const { rows, manifest, text } = await file('liability', month);
      const held = (await file('trial-balance', month)).rows.filter(({ account }) =>
        account?.startsWith('member:'),
      );

      expect(text).to.match(
        /^member,holding,currency,0-30,31-60,61-90,91-180,181-365,over 365,total/,
      );
      const members = rows.filter(({ member }) => member !== 'total');
      expect(
        members
          .map(({ member, holding, total }) => `member:${member!}:${holding!} ${total!}`)
          .sort(),
      ).to.deep.equal(held.map(({ account, credit }) => `${account!} ${credit!}`).sort());
      for (const row of rows) {
        const ages = AGES.reduce((total, age) => total + minorUnits(row[age] ?? ''), 0n);
        expect(money(ages)).to.equal(row['total']);
      }
      expect(rows.at(-1)).to.include({
        member: 'total',
        holding: 'all',
        total: manifest.liability,
      });
      expect(money(sum(members, 'total'))).to.equal(manifest.liability);
    }
  });

  it('uses up the oldest credit first, and ages what waits from its own day', async () => {
    const member = someone();
    for (const day of ['2027-04-01', '2027-05-01', '2027-06-01']) {
      domain.itIsNow(`${day}T10:00:00Z`);
      await giveCredit(domain, member, 100n);
    }
    const settled = await postAs(domain, aHold(member, { amount: 30n }));
    domain.itIsNow('2027-06-20T10:00:00Z');
    await postAs(domain, aHold(member, { amount: 7n }));
    const spent = { event: 'credit.expire', credit: 'income:breakage', ref: 'test:1' } as const;
    const available = memberAccount(member, 'available');
    await postAs(domain, { key: someKey(), amount: 150n, debit: available, ...spent });
    domain.itIsNow('2027-07-02T10:00:00Z');
    await postAs(domain, aRelease(member, settled, { amount: 30n }));
    await sealTransfers(domain.db);

    const own = async (limit = {}) => {
      const { text } = await readExport(domain.db, '2027-06', 'liability', limit);
      return recordsIn(text).filter((row) => row['member'] === String(member));
    };

    expect(await own()).to.deep.equal([
      aged(member, 'available', { '0-30': '1.00', '31-60': '0.50' }, '1.50'),
      aged(member, 'pending', { '0-30': '0.37' }, '0.37'),
    ]);
    expect(await own({ before: '2027-06-16' })).to.deep.equal([
      aged(member, 'available', { '0-30': '1.00', '31-60': '1.00', '61-90': '1.00' }, '3.00'),
      aged(member, 'pending', { '0-30': '0.30' }, '0.30'),
    ]);
  });
});

const aged = (member: number, holding: string, ages: Row, total: string): Row => ({
  ...{ member: String(member), holding, currency: 'GBP' },
  ...Object.fromEntries(AGES.map((age) => [age, '0.00'])),
  ...ages,
  total,
});
