import { expect } from 'chai';

import { changeGlMapping, type NewMapping } from '#src/finance/exports/change-gl-mapping.ts';
import { FORMATS, type Format } from '#src/finance/exports/formats.ts';
import { readMappedLines } from '#src/finance/exports/gl-codes.ts';
import type { Month } from '#src/ledger/dates.ts';
import { Invalid, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { codeOf } from '../../ledger/orders.ts';
import { readExport, recordsIn } from './read-export.ts';
import { aYear, close, type Finance } from '../year.ts';

const OCTOBER = '2026-10' as Month;
const NOVEMBER = '2026-11' as Month;
const ALL = Object.keys(FORMATS) as Format[];

describe('The general ledger’s codes', function () {
  this.timeout(60_000);
  const domain = aDomain();
  let finance: Finance;
  before(async () => {
    finance = await aYear(domain);
  });

  const map = (change: Partial<NewMapping>, by = finance.maker) =>
    domain.perform(by, (work) =>
      changeGlMapping(work, {
        ...{ line: 'expense:rewards', gl_code: '4010', cost_centre: 'CC-7', tax_code: 'T0' },
        ...{ reason: 'Less revenue, as the auditors asked', ...change },
      }),
    );
  const digests = (month: Month) =>
    Promise.all(
      ALL.map(async (format) => (await readExport(domain.db, month, format)).manifest.sha256),
    );
  const codesOf = async (month: Month, account: string) => {
    const codes = recordsIn((await readExport(domain.db, month, 'journal')).text)
      .filter((row) => row['account'] === account)
      .map((row) => [row['gl_code'], row['cost_centre'], row['tax_code']].join(' ').trim());
    return [...new Set(codes)];
  };

  it('are the chart’s own where nobody has set them', async () => {
    const lines = await readMappedLines(domain.db, OCTOBER);

    expect(lines.map(({ line, gl_code }) => `${line} ${gl_code}`)).to.deep.equal([
      ...['receivable:clawback 1290', 'member:%:pending 2110', 'member:%:available 2120'],
      ...['member:%:in-transit 2130', 'liability:charity:% 2150', 'liability:sponsor:% 2160'],
      ...['clearing:billing 2190', 'income:breakage 4900', 'expense:rewards 6100'],
      ...['expense:match 6120', 'expense:write-off 6190'],
    ]);
    expect(await codesOf(OCTOBER, 'expense:rewards')).to.deep.equal(['6100']);
  });

  it('count from the first open month on, and leave closed months to the byte', async () => {
    const closed = await digests(OCTOBER);

    const { from_month } = await map({});

    expect(from_month).to.equal(NOVEMBER);
    expect(await digests(OCTOBER)).to.deep.equal(closed);
    expect(await codesOf(NOVEMBER, 'expense:rewards')).to.deep.equal(['4010 CC-7 T0']);
    const balances = recordsIn((await readExport(domain.db, NOVEMBER, 'trial-balance')).text);
    expect(balances.find(({ account }) => account === 'expense:rewards')).to.include({
      gl_code: '4010',
    });
    const sums = recordsIn((await readExport(domain.db, NOVEMBER, 'erp')).text);
    expect(sums.map((row) => row['gl_code']))
      .to.include('4010')
      .and.not.include('6100');
  });

  it('of all members’ balances are one line', async () => {
    await map({ line: 'member:%:available', gl_code: '2125', cost_centre: '', tax_code: '' });
    const journal = recordsIn((await readExport(domain.db, NOVEMBER, 'journal')).text);

    const ofMembers = journal.filter(({ account }) => /^member:\d+:available$/.test(account!));

    expect(new Set(ofMembers.map((row) => row['gl_code']))).to.deep.equal(new Set(['2125']));
  });

  it('are the last that were set, and those before are kept', async () => {
    await map({ gl_code: '4011' });

    expect(await codesOf(NOVEMBER, 'expense:rewards')).to.deep.equal(['4011 CC-7 T0']);
    expect(await domain.db('gl_mappings').where({ line: 'expense:rewards' })).to.have.length(2);
    const set = (await readMappedLines(domain.db, NOVEMBER)).find(
      ({ line }) => line === 'expense:rewards',
    )?.set;
    expect(set).to.include({ from_month: NOVEMBER, maker: finance.maker.name });
  });

  it('never reach a month that is closing or closed, whoever writes them', async () => {
    domain.itIsNow('2027-01-05T10:00:00Z');
    const row = {
      ...{ line: 'expense:rewards', gl_code: '1', cost_centre: '', tax_code: '' },
      ...{ reason: 'behind the back', made_by: finance.maker.id, made_at: domain.now() },
    };

    const tried = domain.owner('gl_mappings').insert({ ...row, from_month: OCTOBER });

    expect(await codeOf(tried)).to.equal('23000');
    await close(domain, finance, NOVEMBER);
    expect((await map({ gl_code: '4012' })).from_month).to.equal('2026-12');
    expect(await codesOf(NOVEMBER, 'expense:rewards')).to.deep.equal(['4011 CC-7 T0']);
  });

  it('wait for whoever is closing the month, so that neither overtakes the other', async () => {
    const closing = domain.owner.transaction(async (trx) => {
      await trx.raw(`select ledger_begin_close('2026-12', ?, '2027-01-03Z', 'Europe/London')`, [
        finance.maker.id,
      ]);
      const changed = outcomeOf(map({ gl_code: '4013' }));
      await trx.raw('select pg_sleep(0.2)');
      return { changed };
    });

    const { changed } = await closing;

    expect(await changed)
      .to.be.instanceOf(Error)
      .and.have.property('status', 409);
    await domain.owner.raw(`select ledger_stop_close('2026-12')`);
  });

  it('are codes, of a line that exists, for a reason, by finance', async () => {
    const wrong = await outcomeOf(
      map({ line: 'x', gl_code: '=1+1', cost_centre: '-1', tax_code: '@', reason: 'no' }),
    );

    expect(wrong).to.be.instanceOf(Invalid);
    expect((wrong as Invalid).fields).to.have.keys(
      ...['line', 'gl_code', 'cost_centre', 'tax_code', 'reason'],
    );
    const member = await aMember(domain.owner);
    expect(await outcomeOf(map({}, member))).to.be.instanceOf(NotAllowed);
  });

  it('are never changed afterwards', async () => {
    const { db, owner } = domain;
    const before = await db('gl_mappings').orderBy('id');

    expect(await codeOf(owner('gl_mappings').update({ gl_code: '1' }))).to.be.a('string');
    expect(await codeOf(owner('gl_mappings').delete())).to.be.a('string');

    expect(await db('gl_mappings').orderBy('id')).to.deep.equal(before);
  });
});
