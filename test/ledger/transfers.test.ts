import { expect } from 'chai';

import { readHoldings, deriveBalance } from '#src/ledger/balances.ts';
import type { LedgerTransferId } from '#src/ledger/rows.ts';
import { NotEnough, type Order } from '#src/ledger/transfers.ts';
import { aDomain } from '#test/support/domain.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  aClawback,
  aHold,
  anActor,
  aRelease,
  codeOf,
  giveCredit,
  postAs,
  reverseAs,
  someKey,
  someone,
  transferOf,
} from './orders.ts';

describe('Posting to the ledger', () => {
  const domain = aDomain({ connections: 25 });

  it('moves one amount from one account to another', async () => {
    const member = someone();
    const before = await deriveBalance(domain.db, 'expense:rewards');

    await postAs(domain, aHold(member));

    expect((await readHoldings(domain.db, member)).pending).to.equal(50n);
    expect(await deriveBalance(domain.db, 'expense:rewards')).to.equal(before - 50n);
  });

  it('keeps who did it, when, for what, and the balance it left', async () => {
    const [member, actor] = [someone(), anActor()];
    const order = aHold(member, { ref: 'acceptance:77' });

    await postAs(domain, order, actor);

    const transfer = await transferOf(domain.db, order.key);
    expect(transfer).to.include({ ref: 'acceptance:77', actor_id: actor.id, pending: true });
    expect(transfer).to.include({ effective_date: '2026-01-15', currency: 'GBP' });
    expect(transfer).to.include({ credit_after: 50n, debit_after: null, journal: transfer.id });
    expect(transfer.recorded_at).to.deep.equal(domain.now());
  });

  it('moves money once under a key, however often it is posted', async () => {
    const member = someone();
    const order = aHold(member);

    const first = await postAs(domain, order);
    const again = await postAs(domain, order);

    expect(again).to.equal(first);
    expect((await readHoldings(domain.db, member)).pending).to.equal(50n);
  });

  it('moves money once under a key that twenty post at the same moment', async () => {
    const member = someone();
    const order = aHold(member);

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => outcomeOf(postAs(domain, order))),
    );

    const posted = outcomes.filter((outcome) => typeof outcome === 'bigint');
    expect(new Set(posted)).to.have.lengthOf(1);
    expect(await postAs(domain, order)).to.equal(posted[0]);
    expect((await readHoldings(domain.db, member)).pending).to.equal(50n);
  });

  describe('refuses a key that was used for something else:', () => {
    const used = aHold(someone());
    before(() => postAs(domain, used));

    const changes: Partial<Order>[] = [
      { amount: 51n },
      { event: 'adjustment' },
      { debit: 'expense:match' },
      { credit: `member:${String(someone())}:pending` },
      { ref: 'test:2' },
    ];
    for (const change of changes) {
      it(`another ${Object.keys(change).join()}`, async () => {
        expect(await codeOf(postAs(domain, { ...used, ...change }))).to.equal('GL001');
      });
    }

    it('a settlement', async () => {
      const hold = await postAs(domain, aHold(someone()));
      expect(await codeOf(postAs(domain, { ...used, settles: hold }))).to.equal('GL001');
    });
  });

  describe('refuses', () => {
    const refusals: [string, Partial<Order>, string][] = [
      ['an amount of nothing', { amount: 0n }, 'ledger_transfers_move_something'],
      [
        'a negative amount',
        { amount: -50n, event: 'match', credit: 'clearing:billing' },
        'ledger_transfers_move_something',
      ],
      ['a kind of account that is not in the chart', { debit: 'assets:cash' }, 'GL003'],
      ['a member’s account without a number', { credit: 'member:0:pending' }, 'GL003'],
      ['a code that only begins like one', { debit: 'expense:rewards:2' }, 'GL003'],
      ['a key in capitals', { key: 'REWARD' }, 'ledger_transfers_key_check'],
      ['a reference that is free text', { ref: 'Tom, 07700' }, 'ledger_transfers_ref_check'],
    ];
    for (const [what, change, code] of refusals) {
      it(what, async () => {
        const member = someone();

        expect(await codeOf(postAs(domain, aHold(member, change)))).to.equal(code);
        expect((await readHoldings(domain.db, member)).pending).to.equal(0n);
      });
    }

    it('an event that it does not know', async () => {
      const order = aHold(someone(), { event: 'gift' as 'match', credit: 'clearing:billing' });
      expect(await codeOf(postAs(domain, order))).to.equal('ledger_transfers_event_is_known');
    });

    it('an account as both ends', async () => {
      const order = aClawback(someone(), { debit: 'expense:match', credit: 'expense:match' });
      expect(await codeOf(postAs(domain, order))).to.equal('ledger_transfers_have_two_ends');
    });

    it('another currency than the account is kept in', async () => {
      const member = someone();
      await giveCredit(domain, member);

      const inEuros = domain.db.raw(
        `select ledger_post('${someKey()}', 'match', 'expense:match', 'member:${String(member)}:available', 1,
                            'EUR', 'test:1', now(), current_date)`,
      );

      expect(await codeOf(inEuros)).to.equal('GL004');
    });

    it('a member’s available balance below zero', async () => {
      const member = someone();
      await giveCredit(domain, member);

      const outcome = await outcomeOf(postAs(domain, aClawback(member, { amount: 51n })));

      expect(outcome).to.be.instanceOf(NotEnough);
      expect((await readHoldings(domain.db, member)).available).to.equal(50n);
    });

    it('all but one of twenty who take the same last pennies', async () => {
      const member = someone();
      await giveCredit(domain, member);

      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => outcomeOf(postAs(domain, aClawback(member)))),
      );

      expect(outcomes.filter((outcome) => outcome instanceof NotEnough)).to.have.lengthOf(19);
      expect((await readHoldings(domain.db, member)).available).to.equal(0n);
    });
  });

  describe('settles what waits', () => {
    it('once', async () => {
      const member = someone();
      const hold = await postAs(domain, aHold(member));
      await postAs(domain, aHold(member));
      await postAs(domain, aRelease(member, hold));

      const again = await codeOf(postAs(domain, aRelease(member, hold)));

      expect(again).to.equal('ledger_transfers_settle_once');
      expect((await readHoldings(domain.db, member)).pending).to.equal(50n);
    });

    it('once, when release and void arrive at the same moment', async () => {
      const member = someone();
      const hold = await postAs(domain, aHold(member));
      await postAs(domain, aHold(member));
      const aVoid = aRelease(member, hold, { event: 'reward.void', credit: 'expense:rewards' });

      const codes = await Promise.all(
        [aRelease(member, hold), aVoid].map((order) => codeOf(postAs(domain, order))),
      );

      expect(codes).to.include('ledger_transfers_settle_once');
      expect((await readHoldings(domain.db, member)).pending).to.equal(50n);
    });

    it('by its whole amount', async () => {
      const member = someone();
      const hold = await postAs(domain, aHold(member));

      expect(await codeOf(postAs(domain, aRelease(member, hold, { amount: 49n })))).to.equal(
        'GL005',
      );
    });

    it('from the account where it waits', async () => {
      const [member, other] = [someone(), someone()];
      const hold = await postAs(domain, aHold(member));
      await postAs(domain, aHold(other));

      expect(await codeOf(postAs(domain, aRelease(other, hold)))).to.equal('GL005');
    });

    it('and nothing that does not wait', async () => {
      const member = someone();
      const hold = await postAs(domain, aHold(member));
      const release = await postAs(domain, aRelease(member, hold));
      const none = 99_999_999n as LedgerTransferId;

      for (const settles of [release, none]) {
        const order = aClawback(member, { settles });
        expect(await codeOf(postAs(domain, order))).to.equal('GL005');
      }
    });

    it('and takes nothing from what waits without settling it', async () => {
      const member = someone();
      await postAs(domain, aHold(member));
      const debit = `member:${String(member)}:pending`;

      const taken = await codeOf(postAs(domain, aClawback(member, { debit })));

      expect(taken).to.equal('GL005');
    });

    it('and puts nothing where it would wait for nothing', async () => {
      const member = someone();
      const gift = aHold(member, { event: 'match', debit: 'expense:match' });
      const loose = aHold(member, { credit: `member:${String(member)}:available` });

      expect(await codeOf(postAs(domain, gift))).to.equal('GL005');
      expect(await codeOf(postAs(domain, loose))).to.equal('GL005');
    });
  });

  describe('reverses a transfer', () => {
    it('by an equal and opposite one, and leaves the first as it was', async () => {
      const member = someone();
      await giveCredit(domain, member);
      const order = aClawback(member);
      await postAs(domain, order);
      const clawback = await transferOf(domain.db, order.key);

      const id = await reverseAs(domain, clawback, 'test.undone');

      expect(await transferOf(domain.db, 'test.undone')).to.include({
        ...{ id, event: 'reversal', reverses: clawback.id, amount_minor: 50n, pending: false },
        ...{ debit: clawback.credit, credit: clawback.debit, ref: clawback.ref },
      });
      expect(await transferOf(domain.db, order.key)).to.deep.equal(clawback);
      expect((await readHoldings(domain.db, member)).available).to.equal(50n);
    });

    it('once', async () => {
      const member = someone();
      await giveCredit(domain, member, 200n);
      const order = aClawback(member);
      await postAs(domain, order);
      const clawback = await transferOf(domain.db, order.key);
      await reverseAs(domain, clawback);

      expect(await codeOf(reverseAs(domain, clawback))).to.equal('ledger_transfers_reverse_once');
      expect((await readHoldings(domain.db, member)).available).to.equal(200n);
    });

    it('only as its mirror image', async () => {
      const member = someone();
      await giveCredit(domain, member, 200n);
      const order = aClawback(member);
      await postAs(domain, order);
      const clawback = await transferOf(domain.db, order.key);

      const more = { ...clawback, amount_minor: 60n };
      const elsewhere = { ...clawback, debit: `member:${String(someone())}:available` };
      const asItWas = { ...clawback, debit: clawback.credit, credit: clawback.debit };

      for (const wrong of [more, elsewhere, asItWas]) {
        expect(await codeOf(reverseAs(domain, wrong))).to.equal('GL006');
      }
    });

    it('but not one that still waits', async () => {
      const order = aHold(someone());
      await postAs(domain, order);

      expect(await codeOf(reverseAs(domain, await transferOf(domain.db, order.key)))).to.equal(
        'GL006',
      );
    });

    it('and calls nothing a reversal that reverses nothing', async () => {
      const order = aClawback(someone(), { event: 'reversal', debit: 'expense:match' });

      expect(await codeOf(postAs(domain, order))).to.equal('ledger_transfers_reverse_by_name');
    });

    it('and what had been settled waits again, to be settled once', async () => {
      const member = someone();
      const hold = await postAs(domain, aHold(member));
      const release = aRelease(member, hold);
      await postAs(domain, release);
      const again = await reverseAs(domain, await transferOf(domain.db, release.key));
      expect(await readHoldings(domain.db, member)).to.include({ pending: 50n, available: 0n });

      const aVoid = aRelease(member, again, { event: 'reward.void', credit: 'expense:rewards' });
      await postAs(domain, aVoid);

      expect(await readHoldings(domain.db, member)).to.include({ pending: 0n, available: 0n });
      await postAs(domain, aHold(member));
      for (const settles of [hold, again]) {
        expect(await codeOf(postAs(domain, aRelease(member, settles)))).to.equal(
          'ledger_transfers_settle_once',
        );
      }
    });
  });

  describe('adjusts', () => {
    const adjustment = (order: Partial<Order>): Order => ({
      ...{ key: someKey(), event: 'adjustment', ref: 'adjustment:1', amount: 50n },
      ...{ debit: 'expense:write-off', credit: 'receivable:clawback', ...order },
    });

    it('with two people', async () => {
      const order = adjustment({ approverId: someone() });
      await postAs(domain, order, anActor());
      expect((await transferOf(domain.db, order.key)).approver_id).to.equal(order.approverId);
    });

    it('never with one, nor with nobody', async () => {
      const alone = postAs(domain, adjustment({}), anActor());
      const bySystem = postAs(domain, adjustment({ approverId: someone() }), 'system');

      for (const attempt of [alone, bySystem]) {
        expect(await codeOf(attempt)).to.equal('ledger_transfers_adjust_with_two_people');
      }
    });

    it('never with the same person twice', async () => {
      const maker = anActor();
      const alone = postAs(domain, adjustment({ approverId: maker.id }), maker);

      expect(await codeOf(alone)).to.equal('ledger_transfers_maker_is_not_checker');
    });
  });
});
