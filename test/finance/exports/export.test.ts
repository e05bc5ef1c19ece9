import { createHash } from 'node:crypto';

import { expect } from 'chai';

import { exportMonth } from '#src/finance/exports/export.ts';
import { FORMATS as ALL, type Format } from '#src/finance/exports/formats.ts';
import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { aDomain } from '#test/support/domain.ts';
import { aClawback, aHold, aRelease, giveCredit, postAs, someone } from '../../ledger/orders.ts';

const AUGUST = '2026-08' as Month;
const FORMATS = Object.keys(ALL) as Format[];

describe('Exporting a month', () => {
  const domain = aDomain();

  const read = async (month: string, format: Format = 'csv') => {
    await sealTransfers(domain.db);
    const { manifest, read } = await exportMonth(domain.db, { month: month as Month, format });
    const pieces: Uint8Array[] = [];
    for await (const piece of read()) pieces.push(Buffer.from(piece));
    const bytes = Buffer.concat(pieces);
    return { manifest, bytes, text: bytes.toString() };
  };
  const linesOf = (text: string) => text.trimEnd().split('\r\n').slice(1);

  it('has the contract’s columns, and every transfer on a line of its own', async () => {
    domain.itIsNow('2026-02-10T10:00:00.123Z');
    const member = someone();
    const hold = await postAs(domain, aHold(member, { ref: 'acceptance:7' }));
    await postAs(domain, aRelease(member, hold, { ref: 'acceptance:7' }));

    const { text } = await read('2026-02');

    expect(text).to.equal(
      [
        'seq,journal,transfer_id,recorded_at,effective_date,event,debit_account,credit_account,' +
          'amount,currency,ref,reverses,settles,actor,approver',
        '1,1,1,2026-02-10T10:00:00.123Z,2026-02-10,reward.hold,expense:rewards,' +
          `member:${String(member)}:pending,0.50,GBP,acceptance:7,,,system,`,
        '2,2,2,2026-02-10T10:00:00.123Z,2026-02-10,reward.release,' +
          `member:${String(member)}:pending,member:${String(member)}:available,` +
          '0.50,GBP,acceptance:7,,1,system,',
        '',
      ].join('\r\n'),
    );
  });

  it('begins and ends at midnight where the operator is, in summer time too', async () => {
    for (const instant of [
      '2026-05-31T22:59:59.999Z',
      '2026-05-31T23:00:00.000Z',
      '2026-06-30T22:59:59.999Z',
      '2026-06-30T23:00:00.000Z',
    ]) {
      domain.itIsNow(instant);
      await postAs(domain, aHold(someone()));
    }

    const dates = linesOf((await read('2026-06')).text).map((line) => line.split(',').slice(3, 5));

    expect(dates).to.deep.equal([
      ['2026-05-31T23:00:00.000Z', '2026-06-01'],
      ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ]);
  });

  it('is the same to the byte however often it is asked for', async () => {
    domain.itIsNow('2026-08-10T10:00:00Z');
    for (let count = 0; count < 5; count += 1) await giveCredit(domain, someone());

    for (const format of FORMATS) {
      const [first, second] = [await read('2026-08', format), await read('2026-08', format)];
      expect(second.bytes.equals(first.bytes), format).to.equal(true);
      expect(second.manifest).to.deep.equal(first.manifest);
    }
  });

  it('is what its manifest says, whatever is posted while it is read', async () => {
    domain.itIsNow('2026-08-20T10:00:00Z');
    for (const format of FORMATS) {
      const { manifest, read: pieces } = await exportMonth(domain.db, { month: AUGUST, format });
      await giveCredit(domain, someone());
      await sealTransfers(domain.db);

      const hash = createHash('sha256');
      for await (const piece of pieces()) hash.update(piece);

      expect(hash.digest('hex'), format).to.equal(manifest.sha256);
    }
  });

  it('does not change when later months are booked', async () => {
    domain.itIsNow('2026-09-10T10:00:00Z');
    await giveCredit(domain, someone());
    const before = await Promise.all(FORMATS.map((format) => read('2026-09', format)));

    domain.itIsNow('2026-10-10T10:00:00Z');
    await giveCredit(domain, someone());

    expect(await Promise.all(FORMATS.map((format) => read('2026-09', format)))).to.deep.equal(
      before,
    );
  });

  it('has a manifest that tells the file’s length, digest, range and totals', async () => {
    domain.itIsNow('2026-11-10T10:00:00Z');
    const member = someone();
    await giveCredit(domain, member, 250n);
    await postAs(domain, aClawback(member, { amount: 100n }));

    for (const format of FORMATS) {
      const { manifest, bytes } = await read('2026-11', format);
      expect(manifest.bytes).to.equal(bytes.length);
      expect(manifest.sha256).to.equal(createHash('sha256').update(bytes).digest('hex'));
      expect(manifest).to.include({ month: '2026-11', state: 'open', currency: 'GBP' });
    }
    const { manifest, text } = await read('2026-11');
    const seqs = linesOf(text).map((line) => Number(line.split(',')[0]));
    expect(manifest).to.include({ rows: 3, debit: '6.00', credit: '6.00' });
    expect([manifest.first_seq, manifest.last_seq]).to.deep.equal([seqs[0], seqs.at(-1)]);
  });

  it('has a trial balance of every account that holds something, and its total', async () => {
    domain.itIsNow('2026-12-10T10:00:00Z');
    const member = someone();
    await giveCredit(domain, member, 250n);

    const { manifest, text } = await read('2026-12', 'trial-balance');

    const lines = linesOf(text);
    expect(lines).to.include(`member:${String(member)}:available,2120,liability,GBP,0.00,2.50`);
    expect(lines.some((line) => line.startsWith(`member:${String(member)}:pending`))).to.equal(
      false,
    );
    expect(lines.at(-1)).to.equal(`total,,,GBP,${manifest.debit},${manifest.credit}`);
    expect(manifest.debit).to.equal(manifest.credit);
    expect(manifest.rows).to.equal(lines.length - 1);
  });

  it('is empty, and still whole, where nothing was booked', async () => {
    for (const format of FORMATS) {
      const { manifest } = await read('2001-01', format);
      expect(manifest).to.include({ rows: 0, debit: '0.00', credit: '0.00', first_seq: null });
    }
  });
});
