import { expect } from 'chai';

import type { TransferFilters } from '#src/finance/books/transfer-filters.ts';
import { findEntry } from '#src/finance/books/entry.ts';
import { findTransfers, sumTransfers } from '#src/finance/books/transfers.ts';
import type { AcceptanceRow } from '#src/forum/rows.ts';
import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';
import { anApprovedAdjustment } from '../adjusting.ts';
import { anAcceptedAnswer, decide, withdraw } from '../history.ts';

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

  it('goes back to the newer ones as it came', async () => {
    const page = (place: object) => findTransfers(domain.db, {}, { limit: 2, ...place });
    const first = await page({});
    const second = await page({ after: first.older });
    const third = await page({ after: second.older });

    expect([first.newer, third.older]).to.deep.equal([undefined, undefined]);
    const back = await page({ before: third.newer });
    expect(back).to.deep.equal(second);
    expect((await page({ before: back.newer })).transfers).to.deep.equal(first.transfers);
    expect((await page({ before: back.newer })).newer).to.equal(undefined);
  });

  it('narrows to a member, amounts, a reference and an instant, all at once', async () => {
    expect(await keysOf({ memberId: gwen.id })).to.have.length(2);
    expect(await keysOf({ least: 50n, most: 50n })).to.have.length(5);
    expect(await keysOf({ least: 51n })).to.deep.equal([]);
    expect(await keysOf({ most: 49n })).to.deep.equal([]);
    const recordedBy = new Date('2026-03-31T12:00:00Z');
    expect(await keysOf({ recordedBy, memberId: tom.id })).to.deep.equal([key(passed, 'hold')]);
    expect(await keysOf({ ref: `acceptance:${String(passed.id)}` })).to.have.length(3);
    expect(await keysOf({ ref: key(passed, 'release') })).to.deep.equal([key(passed, 'release')]);
    expect(await keysOf({ ref: '#1' })).to.deep.equal([key(passed, 'hold')]);
    const { transfers } = await findTransfers(domain.db, { ref: key(failed, 'void') });
    expect(await keysOf({ ref: `journal:${String(transfers[0]?.id)}` })).to.have.length(1);
    const both = { ref: `acceptance:${String(passed.id)}`, event: 'reward.hold' } as const;
    expect(await keysOf({ ...both, memberId: tom.id })).to.have.length(1);
    expect(await keysOf({ ...both, memberId: gwen.id })).to.deep.equal([]);
  });

  it('finds by words of a title that stands, of a name, and of an adjustment’s reason', async () => {
    const { owner } = domain;
    await owner('questions')
      .where({ id: passed.question_id })
      .update({ title: 'eSIM stuck at ninety' });
    await owner('questions')
      .where({ id: failed.question_id })
      .update({ title: 'eSIM of an uncle' });
    const removed = { removed_at: domain.now() };
    expect(await keysOf({ text: 'ESIM' })).to.have.length(5);
    expect(await keysOf({ text: 'at ninety' })).to.have.length(3);
    await owner('questions').where({ id: failed.question_id }).update(removed);
    expect(await keysOf({ text: 'esim' })).to.have.length(3);
    expect(await keysOf({ text: 'wen' })).to.have.length(2);
    await owner('questions').where({ id: failed.question_id }).update({ removed_at: null });

    const reason = 'Goodwill for the outage of Tuesday';
    const id = await anApprovedAdjustment(domain, await aMember(domain.owner), { reason });
    const adjustment = `adjustment.${String(id)}`;
    expect(await keysOf({ text: 'the outage' })).to.deep.equal([adjustment]);
    expect(await keysOf({ ref: `adjustment:${String(id)}` })).to.deep.equal([adjustment]);
  });

  it('adds up what passes', async () => {
    expect(await sumTransfers(domain.db, { memberId: gwen.id })).to.deep.equal({
      transfers: 2n,
      amount: 100n,
    });
    expect(await sumTransfers(domain.db, { text: 'answer:999999' })).to.deep.equal({
      transfers: 0n,
      amount: 0n,
    });
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
