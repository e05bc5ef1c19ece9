import { createHash } from 'node:crypto';

import { expect } from 'chai';

import type { Manifest } from '#src/finance/exports/manifest.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import { anAcceptedAnswer } from '../../finance/history.ts';

describe('A file that finance downloads', () => {
  const community = aCommunity();
  let browser: ReturnType<typeof community.visit>;

  before(async () => {
    const author = await aMember(community.owner);
    for (let count = 0; count < 3; count += 1) await anAcceptedAnswer(community, { author });
    await sealTransfers(community.db);
    browser = community.visit(await aFinancePerson(community.owner));
  });

  it('carries its name, its tag and the digest of its bytes, uncompressed', async () => {
    const { headers, text } = await browser.get('/finance/ledger/2026-01.csv');

    const sha256 = createHash('sha256').update(text).digest();
    expect(headers).to.include({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ledger-2026-01.csv"',
      'content-digest': `sha-256=:${sha256.toString('base64')}:`,
      etag: `"${sha256.toString('hex')}"`,
      'content-length': String(Buffer.byteLength(text)),
    });
    expect(headers).to.not.have.property('content-encoding');
    expect(text.trimEnd().split('\r\n')).to.have.length(4);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await browser.get('/finance/journal/2026-01.hledger');

    const again = await browser
      .get('/finance/journal/2026-01.hledger')
      .set('If-None-Match', String(headers.etag));

    expect(again.status).to.equal(304);
    expect(again.text).to.equal('');
  });

  it('has a manifest beside it that says the same', async () => {
    for (const address of [
      '/finance/ledger/2026-01.csv',
      '/finance/trial-balance/2026-01.csv',
      '/finance/journal/2026-01.hledger',
      '/finance/journal/2026-01.beancount',
    ]) {
      const file = await browser.get(address);
      const response = await browser.get(`${address}.manifest.json`);
      const body = response.body as Manifest;
      expect(body.sha256, address).to.equal(createHash('sha256').update(file.text).digest('hex'));
      expect(file.headers['content-disposition']).to.include(body.file);
      expect(body).to.include({ month: '2026-01', state: 'open', debit: '1.50', credit: '1.50' });
    }
  });
});
