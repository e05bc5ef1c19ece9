import { createHash } from 'node:crypto';

import { expect } from 'chai';

import type { Manifest } from '#src/finance/exports/manifest.ts';
import { FORMATS } from '#src/finance/exports/formats.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import { codeOf } from '../../ledger/orders.ts';
import { anAcceptedAnswer } from '../../finance/history.ts';

describe('The desk where finance takes files', () => {
  const community = aCommunity();
  let jordan: ReturnType<typeof community.visit>;

  before(async () => {
    await anAcceptedAnswer(community);
    await sealTransfers(community.db);
    jordan = community.visit(await aFinancePerson(community.owner, { name: 'Jordan' }));
  });

  const take = (form: object) => jordan.post('/finance/exports').type('form').send(form);
  const page = async (address: string) => (await jordan.get(address)).text;
  const last = () => community.db('exports').orderBy('id', 'desc').first();

  it('writes down each file that is taken, and hands out exactly that one', async () => {
    for (const format of Object.keys(FORMATS)) {
      const { status, headers } = await take({ month: '2026-01', format });
      expect(status, format).to.equal(303);
      const file = await jordan.get(headers['location']!).responseType('blob');
      const sha256 = createHash('sha256')
        .update(file.body as Buffer)
        .digest('hex');

      expect(await last(), format).to.deep.include({
        ...{ format, month: '2026-01', sha256, state: 'open', through_seq: 1n },
        ...{ bytes: BigInt((file.body as Buffer).length) },
        ...{ first_seq: 1n, last_seq: 1n, tree_size: 1n },
      });
      const amount = format === 'adjustments' ? 0n : 50n;
      expect(await last()).to.include({ debit_minor: amount, credit_minor: amount });
    }
  });

  it('keeps a history with who, when, what and its digest', async () => {
    const taken = await last();

    const text = await page('/finance/exports');

    expect(text)
      .to.include(`/finance/exports/${String(taken!.id)}`)
      .and.include('Jordan');
    expect(text).to.include(taken!.sha256.slice(0, 12));
    expect(text).to.include('The file is written down with its digest.');
  });

  it('says that the same file made today is the same, whatever was posted since', async () => {
    await take({ month: '2026-01', format: 'xlsx' });
    const taken = await last();
    await anAcceptedAnswer(community);
    await sealTransfers(community.db);

    const text = await page(`/finance/exports/${String(taken!.id)}`);

    expect(text).to.include('The same file.').and.include(taken!.sha256);
    expect(text).to.include(`/finance/journal/2026-01.xlsx?through=1`);
    const whole = await jordan.get('/finance/journal/2026-01.xlsx.manifest.json');
    expect((whole.body as Manifest).sha256).to.not.equal(taken!.sha256);
  });

  it('says so when the same file would be another one', async () => {
    await take({ month: '2026-01', format: 'journal' });
    const taken = await last();

    const changed = await jordan
      .post('/finance/gl-mapping')
      .type('form')
      .send({
        ...{ line: 'expense:rewards', gl_code: '4010', cost_centre: 'CC-7', tax_code: '' },
        reason: 'Less revenue, as the auditors asked',
      });

    expect([changed.status, changed.headers['location']]).to.deep.equal([
      ...[303, '/finance/gl-mapping'],
    ]);
    expect(await page(`/finance/exports/${String(taken!.id)}`)).to.include('Not the same file.');
    const codes = await page('/finance/gl-mapping');
    expect(codes).to.include('IFRS 15.70–72').and.include('Less revenue, as the auditors asked');
    expect(codes).to.include('From January 2026, by Jordan').and.include('CC-7');
  });

  it('asks again where what was chosen makes no sense, with what was typed', async () => {
    const refused = await take({ month: '2026-13', format: 'docx' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('Choose a month.').and.include('Choose a file.');

    const codes = await jordan
      .post('/finance/gl-mapping')
      .type('form')
      .send({
        ...{ line: 'member:%:pending', gl_code: '=1+1', reason: 'no' },
      });
    expect(codes.status).to.equal(422);
    expect(codes.text).to.include('Say why in 10 characters or more.');
    expect(codes.text).to.include('value="member:%:pending" selected').and.include('"=1+1"');
  });

  it('is a history that nobody changes', async () => {
    const { owner } = community;
    const before = await owner('exports').orderBy('id');

    expect(await codeOf(owner('exports').update({ sha256: '0'.repeat(64) }))).to.be.a('string');
    expect(await codeOf(owner('exports').delete())).to.be.a('string');

    expect(await owner('exports').orderBy('id')).to.deep.equal(before);
  });

  it('is closed to members', async () => {
    const member = community.visit(await aMember(community.owner));

    expect((await member.post('/finance/exports').send({})).status).to.equal(404);
  });
});
