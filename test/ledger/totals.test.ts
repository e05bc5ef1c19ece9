import { expect } from 'chai';
import fc from 'fast-check';

import type { Month } from '#src/ledger/dates.ts';
import { beginClose, endClose, raiseFence } from '#src/ledger/periods.ts';
import type { LedgerTransferId } from '#src/ledger/rows.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { foldTotals, readLines } from '#src/ledger/totals.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { aDomain, type Domain } from '#test/support/domain.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { aClawback, aHold, anActor, aRelease, postAs, someone } from './orders.ts';

const DEEDS = [
  ...['hold', 'hold', 'hold', 'release', 'release', 'void', 'clawback', 'fund', 'spend'],
  ...['seal', 'seal', 'fold', 'next month', 'late', 'close', 'import'],
] as const;

type Step = { does: (typeof DEEDS)[number]; who: number; amount: bigint; which: number };

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(...DEEDS),
  who: fc.nat(2),
  amount: fc.bigInt({ min: 1n, max: 60n }),
  which: fc.nat(50),
});

describe('The totals of the months', function () {
  this.timeout(60_000);

  it('say at any moment what all transfers add up to, whatever has happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50 }), async (steps) => {
        await domain.owner.raw(RESTART);
        const story = new Story();
        for (const one of steps) {
          await story.live(one);
          await expectEveryMonthAddedUp(domain);
        }
        await foldTotals(domain.db);
        await expectEveryMonthAddedUp(domain);
        expect(await wrong(domain)).to.deep.equal([]);
      }),
      { numRuns: 12 },
    );
  });

  it('of a closed month stay as its close had them', async () => {
    await domain.owner.raw(RESTART);
    const story = new Story();
    await story.live({ does: 'hold', who: 0, amount: 50n, which: 0 });
    await story.live({ does: 'close', who: 0, amount: 1n, which: 0 });
    const before = await readLines(domain.db, '2027-01' as Month);

    await story.live({ does: 'import', who: 1, amount: 30n, which: 0 });
    const meanwhile = await readLines(domain.db, '2027-01' as Month);
    await sealTransfers(domain.db);
    await foldTotals(domain.db);

    expect(before).to.deep.include({
      line: 'expense:rewards',
      accounts: 1n,
      debit: 50n,
      credit: 0n,
    });
    expect(meanwhile).to.have.deep.members(before);
    expect(await readLines(domain.db, '2027-01' as Month)).to.have.deep.members(before);
    expect(await readLines(domain.db, '2027-02' as Month)).to.deep.include({
      ...{ line: 'expense:rewards', accounts: 1n, debit: 80n, credit: 0n },
    });
  });

  it('are derived again, and what differs is told and left as it is', async () => {
    await domain.owner.raw(RESTART);
    await new Story().live({ does: 'hold', who: 0, amount: 50n, which: 0 });
    await sealTransfers(domain.db);
    await foldTotals(domain.db);
    expect(await wrong(domain)).to.deep.equal([]);

    await domain
      .owner('ledger_month_totals')
      .where({ line: 'expense:rewards' })
      .update({ debit_minor: 51n });

    expect(await wrong(domain)).to.deep.equal([
      {
        ...{ rule: 'Every month’s totals are the sums of its entries', broken: 1n },
        first: '2027-01 expense:rewards: kept 51 Dr 0 Cr, entries say 50 Dr 0 Cr',
      },
    ]);
    expect(await domain.db('ledger_month_totals').where({ debit_minor: 51n })).to.have.length(1);
  });

  it('are folded once, by however many at the same time', async () => {
    await domain.owner.raw(RESTART);
    const story = new Story();
    for (let count = 0; count < 20; count += 1) {
      await story.live({ does: 'hold', who: count % 3, amount: 5n, which: 0 });
    }
    await sealTransfers(domain.db);

    const folded = await Promise.all(Array.from({ length: 8 }, () => foldTotals(domain.db)));

    expect(folded.reduce((sum, count) => sum + count)).to.equal(20n);
    await expectEveryMonthAddedUp(domain);
  });

  const domain = aDomain({ connections: 12 });

  /** Months of 2027 in which one thing happens after another. */
  class Story {
    private month = 1;
    private readonly people = [someone(), someone(), someone()];
    private readonly waits: { member: number; id: LedgerTransferId; amount: bigint }[] = [];
    private readonly closed = new Set<number>();

    async live({ does, who, amount, which }: Step): Promise<void> {
      const member = this.people[who]!;
      domain.itIsNow(dayIn(2027, this.month));
      if (does === 'hold') await this.hold(member, amount);
      if (does === 'release' || does === 'void') await this.settle(does, which);
      if (does === 'clawback') await outcomeOf(postAs(domain, aClawback(member, { amount })));
      if (does === 'fund') await this.move('clearing:billing', 'liability:sponsor:acme', amount);
      if (does === 'spend') await this.move('liability:sponsor:acme', 'clearing:billing', amount);
      if (does === 'seal') await sealTransfers(domain.db);
      if (does === 'fold') await domain.db.raw('select ledger_fold_totals(?)', [1 + which]);
      if (does === 'next month') this.month = Math.min(12, this.month + 1);
      if (does === 'late') await this.late(member, amount);
      if (does === 'close') await this.close();
      if (does === 'import') await this.bringOlder(member, amount);
    }

    private async hold(member: number, amount: bigint) {
      const id = await postAs(domain, aHold(member, { amount }));
      this.waits.push({ member, id, amount });
    }

    private async settle(does: 'release' | 'void', which: number) {
      const [wait] = this.waits.splice(which % Math.max(this.waits.length, 1), 1);
      if (!wait) return;
      const order = aRelease(wait.member, wait.id, { amount: wait.amount });
      const toVoid = { event: 'reward.void', credit: 'expense:rewards' } as const;
      await postAs(domain, does === 'void' ? { ...order, ...toVoid } : order);
    }

    private move = (debit: string, credit: string, amount: bigint) =>
      postAs(domain, aHold(0, { event: 'sponsor.fund', debit, credit, amount }));

    /** What belongs to the month before is booked there, or in the first open one. */
    private async late(member: number, amount: bigint) {
      domain.itIsNow(dayIn(2027, Math.max(1, this.month - 1)));
      await outcomeOf(this.hold(member, amount));
    }

    private async close() {
      if (this.closed.has(this.month)) return;
      const month = monthOf(2027, this.month);
      const [maker, checker] = [anActor(), anActor()];
      await domain.owner.raw('select ledger_open_period(?, ?)', [month, domain.now()]);
      domain.itIsNow(new Date(Date.UTC(2027, this.month, 2)));
      await domain.perform(maker, (work) => beginClose(work, month));
      const fence = await raiseFence(domain.db);
      await sealTransfers(domain.db);
      await domain.perform(checker, (work) => endClose(work, month, fence!));
      this.closed.add(this.month);
      this.month = Math.min(12, this.month + 1);
    }

    /** An older history comes in after all. */
    private async bringOlder(member: number, amount: bigint) {
      domain.itIsNow(dayIn(2020, this.month));
      const month = monthOf(2020, this.month);
      await domain.owner.raw('select ledger_open_period(?, ?)', [month, domain.now()]);
      await this.hold(member, amount);
    }
  }
});

const dayIn = (year: number, month: number) => `${monthOf(year, month)}-01T12:00:00Z`;
const monthOf = (year: number, month: number) =>
  `${String(year)}-${String(month).padStart(2, '0')}` as Month;

const wrong = async ({ owner }: Domain) =>
  (await verifyLedger(owner)).filter(({ broken }) => broken > 0n);

/** Against a sum that knows nothing of totals, months or ends. */
async function expectEveryMonthAddedUp({ db }: Domain): Promise<void> {
  const { rows: months } = await db.raw<{ rows: { id: Month; last_seq: bigint | null }[] }>(
    `select id, last_seq from ledger_periods union select '2027-12', null`,
  );
  for (const { id, last_seq } of months) {
    const { rows } = await db.raw<{ rows: object[] }>(BY_HAND, { before: `${id}-32`, last_seq });
    const lines = await readLines(db, id);
    const sorted = lines.sort((one, other) => (one.line < other.line ? -1 : 1));
    expect(sorted, id).to.deep.equal(rows);
  }
}

const BY_HAND = `
  with sides as (
    select id, debit_account_id as account_id, amount_minor as net, effective_date
      from ledger_transfers
    union all
    select id, credit_account_id, -amount_minor, effective_date from ledger_transfers),
  nets as (
    select account_id, sum(net) as net from sides
     where effective_date::text < :before
       and (:last_seq::bigint is null
            or id in (select transfer_id from ledger_journal where seq <= :last_seq))
     group by 1)
  select case when code like 'member:%' then 'member:%:' || split_part(code, ':', 3) else code end
         collate "C" as line, count(*) as accounts,
         sum(case when net > 0 then net else 0 end)::bigint as debit,
         sum(case when net < 0 then -net else 0 end)::bigint as credit
    from nets join ledger_accounts on id = account_id
   where net <> 0 group by 1 order by 1`;

/** An empty ledger, by whoever may take the guards away: no other way leads back. */
const RESTART = `
  set session_replication_role = replica;
  delete from ledger_closing_totals; delete from ledger_month_totals;
  delete from ledger_checkpoints; delete from ledger_blocks; delete from ledger_nodes;
  delete from ledger_journal; delete from ledger_transfers; delete from ledger_balances;
  delete from ledger_accounts; delete from ledger_periods;
  update ledger_totals_mark set through_seq = 0;
  update ledger_sealer set tree_size = 0, peaks = '{}', candidate_id = null, candidate_xid = null;
  set session_replication_role = origin`;
