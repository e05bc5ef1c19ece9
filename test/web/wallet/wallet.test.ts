import { createHash } from 'node:crypto';

import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import { anAcceptedAnswer, decide } from '../../finance/history.ts';

describe('The wallet', () => {
  const community = aCommunity();
  let tess: MemberRow;

  before(async () => {
    tess = await aMember(community.owner, { name: 'Tess' });
    community.itIsNow('2026-05-20T12:00:00Z');
    const title = '=HYPERLINK("http://evil.example")';
    await decide(community, await anAcceptedAnswer(community, { author: tess, title }), 'pass');
    await anAcceptedAnswer(community, { author: tess });
  });

  const textOf = async (address: string, who = tess) => {
    const { status, text } = await community.visit(who).get(address);
    expect(status, address).to.equal(200);
    return text;
  };

  it('shows what one has, what is being checked, and every line of the month', async () => {
    const text = await textOf('/wallet');

    expect(text).to.match(/class="amt">£0\.50/);
    expect(text).to.match(/Being checked<\/dt><dd class="v">£0\.50/);
    expect(text).to.include('You can earn up to £20.00 a month; £19.00 left.');
    expect(text).to.include('It passed our check').and.include('+£0.50');
    expect(text).to.include('1 of 5');
  });

  it('keeps to the month that was chosen', async () => {
    expect(await textOf('/wallet?month=2026-04')).to.include('Nothing happened in April 2026.');
    expect((await community.visit(tess).get('/wallet?month=x')).status).to.equal(404);
  });

  it('is a file, too, that a spreadsheet does not run', async () => {
    const { headers, text } = await community.visit(tess).get('/wallet/statement/2026-05.csv');

    const lines = text.trimEnd().split('\r\n');
    expect(lines).to.have.length(1 + 1 + 3 + 1);
    expect(lines[1]).to.match(/^,,Opening,.*,0\.00,0\.00,0\.00,0\.00,GBP$/);
    expect(lines.at(-1)).to.match(/^,,Closing,.*,0\.50,0\.50,GBP$/);
    expect(text).to.include(`"'=HYPERLINK(""http://evil.example"")"`);
    const sha256 = createHash('sha256').update(text).digest();
    expect(headers['content-digest']).to.equal(`sha-256=:${sha256.toString('base64')}:`);
    const manifest = await community.visit(tess).get('/wallet/statement/2026-05.csv.manifest.json');
    expect(manifest.body).to.include({
      rows: 3,
      closing_balance: '0.50',
      sha256: sha256.toString('hex'),
    });
  });

  it('is a file to keep, too, which is tagged and says what it is', async () => {
    const get = (address: string) => community.visit(tess).get(address).responseType('blob');
    const response = await get('/wallet/statement/2026-05.pdf');

    const body = response.body as Buffer;
    const sha256 = createHash('sha256').update(body);
    expect(response.headers).to.include({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="statement-2026-05.pdf"',
      'content-digest': `sha-256=:${sha256.digest('base64')}:`,
    });
    expect(body.toString('latin1'))
      .to.match(/^%PDF-1\.7/)
      .and.include('/MarkInfo');
    const again = await get('/wallet/statement/2026-05.pdf');
    expect(again.headers['etag']).to.equal(response.headers['etag']);
  });

  it('is nobody else’s', async () => {
    const other = await aMember(community.owner);

    expect(await textOf('/wallet', other)).to.not.include('HYPERLINK');
    expect(await textOf('/wallet/statement/2026-05.csv', other)).to.not.include('HYPERLINK');
  });

  it('says what would fill it where there is nothing yet', async () => {
    const text = await textOf('/wallet', await aMember(community.owner));

    expect(text).to.include('No credit yet');
    expect(text).to.include('£0.50 lands here');
  });

  it('tells staff that they do not earn, and whoever is signed out to sign in', async () => {
    for (const staff of [
      await aModerator(community.owner),
      await aFinancePerson(community.owner),
    ]) {
      for (const address of ['/wallet', '/wallet/statement/2026-05.csv']) {
        const { status, text } = await community.visit(staff).get(address);
        expect(status).to.equal(403);
        expect(text).to.include('Staff do not earn airtime');
      }
    }
    for (const address of ['/wallet', '/wallet/statement/2026-05.csv']) {
      expect((await community.visit().get(address)).status, address).to.equal(303);
    }
  });
});
