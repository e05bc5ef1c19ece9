import { expect } from 'chai';

import type { TransferFilters } from '#src/finance/transfer-filters.ts';
import { findEntry } from '#src/finance/entry.ts';
import { findTransfers } from '#src/finance/transfers.ts';
import type { AcceptanceRow } from '#src/forum/rows.ts';
import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';
import { anAcceptedAnswer, decide, withdraw } from './history.ts';

describe('Looking for transfers', () => {
  const domain = aDomain();
  let [tom, gwen] = [] as unknown as [MemberRow, MemberRow];
  let [passed, failed] = [] as unknown as [AcceptanceRow, AcceptanceRow];

  before(async () => {
    domain.itIsNow('2026-03-31T12:00:00Z');
    tom = await aMember(domain.owner, { name: 'Tess' });
    gwen = await aMember(domain.owner, { name: 'Gwen' });
    passed = await anAcceptedAnswer(domain, { author: tom });
    failed = await anAcceptedAnswer(domain, { author: gwen });
    domain.itIsNow('2026-04-01T12:00:00Z');
    await decide(domain, passed, 'pass');
    await decide(domain, failed, 'fail');
    await withdraw(domain, passed);
    await sealTransfers(domain.db);
  });

  const keysOf = async (filters: TransferFilters) => {
    const { transfers } = await findTransfers(domain.db, filters);
    return transfers.map(({ key }) => key);
  };
  const key = (acceptance: AcceptanceRow, step: string) =>
    `reward.${String(acceptance.id)}.${step}`;

  it('shows the newest first, a page at a time', async () => {
    const first = await findTransfers(domain.db, {}, { limit: 3 });
    const second = await findTransfers(domain.db, {}, { limit: 3, after: first.older });

    const keys = [...first.transfers, ...second.transfers].map((transfer) => transfer.key);
    expect(keys).to.deep.equal([
      key(passed, 'clawback'),
      key(failed, 'void'),
      key(passed, 'release'),
      key(failed, 'hold'),
      key(passed, 'hold'),
    ]);
    expect(second.older).to.equal(undefined);
  });

  it('narrows to a month, an account, a family of accounts and a kind of event', async () => {
    expect(await keysOf({ month: '2026-03' as Month })).to.have.length(2);
    expect(await keysOf({ account: `member:${String(tom.id)}:available` })).to.deep.equal([
      key(passed, 'clawback'),
      key(passed, 'release'),
    ]);
    expect(await keysOf({ account: 'checking', month: '2026-04' as Month })).to.deep.equal([
      key(failed, 'void'),
      key(passed, 'release'),
    ]);
    expect(await keysOf({ event: 'reward.void' })).to.deep.equal([key(failed, 'void')]);
  });

  it('finds by what was typed: a name, a number, a key, an amount', async () => {
    expect(await keysOf({ text: 'gwen' })).to.have.length(2);
    expect(await keysOf({ text: `answer:${String(passed.answer_id)}` })).to.have.length(3);
    expect(await keysOf({ text: `question ${String(failed.question_id)}` })).to.have.length(2);
    expect(await keysOf({ text: key(failed, 'hold') })).to.deep.equal([key(failed, 'hold')]);
    expect(await keysOf({ text: '£0.50' })).to.have.length(5);
    expect(await keysOf({ text: '£0.51' })).to.have.length(0);
    expect(await keysOf({ text: 'entry 1' })).to.deep.equal([key(passed, 'hold')]);
  });

  it('finds nothing where there is nothing, whatever was typed', async () => {
    for (const text of ['nobody', 'answer:999999', '%', '_', "' or 1=1", ':name', '?']) {
      expect(await keysOf({ text }), text).to.deep.equal([]);
    }
    expect(await keysOf({ account: 'member:%' })).to.deep.equal([]);
  });

  it('takes what has no number yet along', async () => {
    domain.itIsNow('2026-04-02T12:00:00Z');
    const fresh = await anAcceptedAnswer(domain);

    const { transfers } = await findTransfers(domain.db, {}, { limit: 1 });

    expect(transfers[0]).to.include({ key: key(fresh, 'hold'), seq: null });
  });

  it('leads from an entry to what it settles, its acceptance and its verdict', async () => {
    const { transfers } = await findTransfers(domain.db, { text: key(passed, 'release') });
    const entry = await findEntry(domain.db, { seq: transfers[0]?.seq ?? 0n });

    expect(entry?.settles?.key).to.equal(key(passed, 'hold'));
    expect(entry?.record).to.include({
      id: passed.id,
      author: 'Tess',
      question_id: passed.question_id,
    });
    expect(entry?.record?.audits[0]?.verdicts[0]).to.include({
      verdict: 'pass',
      note: 'Looked at',
    });
    const hold = await findEntry(domain.db, { seq: entry?.settles?.seq ?? 0n });
    expect(hold?.settledBy?.key).to.equal(key(passed, 'release'));
    expect(await findEntry(domain.db, { seq: 999_999n })).to.equal(undefined);
  });
});
