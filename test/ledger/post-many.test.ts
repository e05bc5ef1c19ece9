import { expect } from 'chai';
import fc from 'fast-check';
import type { Knex } from 'knex';

import { readHoldings } from '#src/ledger/balances.ts';
import type { LedgerTransferId } from '#src/ledger/rows.ts';
import { NotEnough, post, postMany, type Order } from '#src/ledger/transfers.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import type { Work } from '#src/work.ts';
import { aDomain } from '#test/support/domain.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  aClawback,
  aHold,
  aRelease,
  codeOf,
  giveCredit,
  postAs,
  someKey,
  someone,
  transferOf,
} from './orders.ts';

describe('Posting many transfers at once', () => {
  const domain = aDomain({ connections: 20 });

  const postAll = (orders: Order[]) => domain.perform('system', (work) => postMany(work, orders));
  const pendingOf = async (member: number) => (await readHoldings(domain.db, member)).pending;

  it('moves each amount, and says under what ids, in the order given', async () => {
    const orders = Array.from({ length: 100 }, () => aHold(someone()));

    const ids = await postAll(orders);

    for (const [nth, order] of orders.entries()) {
      const transfer = await transferOf(domain.db, order.key);
      expect(transfer).to.include({ id: ids[nth], journal: ids[nth], credit_after: 50n });
    }
  });

  it('posts nothing when asked for nothing', async () => {
    expect(await postAll([])).to.deep.equal([]);
  });

  it('counts up what comes to one account, order by order', async () => {
    const member = someone();
    await postAs(domain, aHold(member));
    const orders = [aHold(member), aHold(member, { amount: 20n }), aHold(member)];

    await postAll(orders);

    const transfers = await Promise.all(orders.map(({ key }) => transferOf(domain.db, key)));
    expect(transfers.map(({ credit_after }) => credit_after)).to.deep.equal([100n, 120n, 170n]);
  });

  it('moves money once under keys that were posted before, all or some of them', async () => {
    const member = someone();
    const orders = [aHold(member), aHold(member)];
    const first = await postAll(orders);

    const again = await postAll([...orders, aHold(member)]);

    expect(await postAll(orders)).to.deep.equal(first);
    expect(again.slice(0, 2)).to.deep.equal(first);
    expect(await pendingOf(member)).to.equal(150n);
  });

  it('moves nothing at all if one order is refused, and refuses as that order alone would', async () => {
    const member = someone();
    await giveCredit(domain, member);
    const hold = await postAs(domain, aHold(member));
    const used = aHold(member);
    await postAs(domain, used);
    const refusals: [Order, unknown][] = [
      [{ ...used, amount: 51n }, 'GL001'],
      [aHold(member, { debit: 'assets:cash' }), 'GL003'],
      [aRelease(member, hold, { amount: 49n }), 'GL005'],
      [aHold(member, { amount: 0n }), 'ledger_transfers_move_something'],
      [aHold(member, { key: 'REWARD' }), 'ledger_transfers_key_check'],
      [aHold(member, { event: 'adjustment', credit: 'clearing:billing' }), ADJUST],
      [aClawback(member, { amount: 51n }), 'ledger_balances_never_below_zero'],
    ];

    for (const [order, code] of refusals) {
      expect(await codeOf(postAll([aHold(member), order]))).to.equal(code);
    }
    expect(await outcomeOf(postAll([aClawback(member, { amount: 51n })]))).to.be.instanceOf(
      NotEnough,
    );
    expect(await pendingOf(member)).to.equal(100n);
  });

  it('lets no balance pass below zero on the way, though it would end above', async () => {
    const member = someone();
    const hold = await postAs(domain, aHold(member));
    const [take, give] = [aClawback(member), aRelease(member, hold)];

    expect(await outcomeOf(postAll([take, give]))).to.be.instanceOf(NotEnough);
    await postAll([give, take]);

    expect(await readHoldings(domain.db, member)).to.include({ pending: 0n, available: 0n });
  });

  it('ends without a deadlock when forty batches share members in opposite orders', async () => {
    const members = Array.from({ length: 30 }, someone);
    const batch = (nth: number) => {
      const shared = nth % 2 === 0 ? members : [...members].reverse();
      return postAll(shared.map((member) => aHold(member)));
    };

    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, nth) => outcomeOf(batch(nth))),
    );

    expect(outcomes.filter((outcome) => outcome instanceof Error)).to.deep.equal([]);
    for (const member of members) expect(await pendingOf(member)).to.equal(2000n);
  });

  it('does just what posting one by one would, whatever is asked', async function () {
    this.timeout(60_000);
    const people = [someone(), someone(), someone()];
    const done: { order: Order; id: LedgerTransferId }[] = [];
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 8 }), async (wishes) => {
        const orders = wishes.map((one) => orderFor(one, people, done));
        const atOnce = await seen(orders, postMany, false);
        const oneByOne = await seen(orders, postEach, true);

        expect(atOnce.said).to.deep.equal(oneByOne.said);
        if (typeof oneByOne.said === 'string') return;
        plain += 1;
        done.push(...orders.map((order, nth) => ({ order, id: oneByOne.ids[nth]! })));
      }),
      { numRuns: 150 },
    );

    expect(plain).to.be.above(20);
    const broken = (await verifyLedger(domain.owner)).filter((finding) => finding.broken > 0n);
    expect(broken).to.deep.equal([]);
  });

  type Poster = (work: Work, orders: Order[]) => Promise<readonly LedgerTransferId[]>;

  /** What a poster leaves in the ledger, or why it was refused; kept only if told to. */
  async function seen(orders: Order[], poster: Poster, keep: boolean) {
    let ids: readonly LedgerTransferId[] = [];
    let said: unknown;
    const attempt = domain.perform('system', async (work) => {
      ids = await poster(work, orders);
      said = await written(work.trx, ids);
      if (!keep) throw new Error('thinks better of it');
    });
    const code = await codeOf(attempt);
    return { ids, said: said ?? code };
  }
});

const ADJUST = 'ledger_transfers_adjust_with_two_people';

async function postEach(work: Work, orders: Order[]): Promise<LedgerTransferId[]> {
  const ids: LedgerTransferId[] = [];
  for (const order of orders) ids.push(await post(work, order));
  return ids;
}

/** The rows in the order of posting, and what their accounts hold, without ids: they differ. */
async function written(trx: Knex, ids: readonly LedgerTransferId[]): Promise<object[]> {
  const { rows } = await trx.raw<{ rows: object[] }>(
    `select t.key, t.event, d.code as debit, c.code as credit, t.amount_minor::text,
            t.debit_after::text, t.credit_after::text, t.pending, t.settles::text,
            t.journal = t.id as own, t.ref, t.actor_id, t.effective_date,
            array(select (code, b.amount_minor, b.version)::text
                    from ledger_accounts join ledger_balances b on account_id = id
                   where id in (d.id, c.id) order by code) as held
       from unnest(?::bigint[]) with ordinality as asked (id, nth)
       join ledger_transfers t using (id)
       join ledger_accounts d on d.id = t.debit_account_id
       join ledger_accounts c on c.id = t.credit_account_id order by nth`,
    [ids.map(String)],
  );
  return rows;
}

type Wish = { does: string; who: number; amount: bigint; which: number };

const wish: fc.Arbitrary<Wish> = fc.record({
  does: fc.constantFrom(
    ...['hold', 'hold', 'hold', 'hold', 'release', 'release', 'release', 'clawback', 'reserve'],
    ...['again', 'conflict', 'wrong way'],
  ),
  who: fc.nat(2),
  amount: fc.bigInt({ min: 1n, max: 60n }),
  which: fc.nat(500),
});

function orderFor(
  { does, who, amount, which }: Wish,
  people: number[],
  done: { order: Order; id: LedgerTransferId }[],
): Order {
  const member = people[who]!;
  const one = done[which % Math.max(done.length, 1)];
  const holds = done.filter(({ order }) => order.event === 'reward.hold').slice(-20);
  const held = holds[which % Math.max(holds.length, 1)];
  if (does === 'release' && held) {
    const whose = Number(/\d+/.exec(held.order.credit)?.[0]);
    return aRelease(whose, held.id, { amount: held.order.amount });
  }
  if (does === 'clawback') return aClawback(member, { amount });
  if (does === 'reserve') {
    const of = (bucket: string) => `member:${String(member)}:${bucket}`;
    const ends = { debit: of('available'), credit: of('in-transit') };
    return aClawback(member, { amount, event: 'payout.reserve', ...ends });
  }
  if (does === 'again' && one) return one.order;
  if (does === 'conflict' && one) return { ...one.order, amount: one.order.amount + 1n };
  if (does === 'wrong way' && which % 5 === 0) {
    return aHold(member, { key: someKey(), credit: `member:${String(member)}:available` });
  }
  return aHold(member, { amount });
}
