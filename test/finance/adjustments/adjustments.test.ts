import { setTimeout as wait } from 'node:timers/promises';

import { expect } from 'chai';

import { decline, withdraw } from '#src/approvals/decide.ts';
import { approveAdjustment } from '#src/finance/adjustments/approve-adjustment.ts';
import { findAdjustment, findAdjustments } from '#src/finance/adjustments/adjustments.ts';
import {
  proposeAdjustment,
  type AskedAdjustment,
} from '#src/finance/adjustments/propose-adjustment.ts';
import { reconcileBooks } from '#src/finance/proof/reconcile.ts';
import type { AdjustmentId } from '#src/finance/rows.ts';
import { deriveBalance, readHoldings } from '#src/ledger/balances.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { holdMembers } from '#src/members/hold-members.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator, anAdmin } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { giveCredit } from '../../ledger/orders.ts';
import { anAcceptedAnswer, decide, withdraw as withdrawAcceptance } from '../history.ts';
import { anAdjustment } from '../adjusting.ts';

describe('An adjustment', () => {
  const domain = aDomain({ connections: 20 });
  let [jordan, sam, tess] = [] as unknown as [MemberRow, MemberRow, MemberRow];

  before(async () => {
    jordan = await aFinancePerson(domain.owner, { name: 'Jordan' });
    sam = await aFinancePerson(domain.owner, { name: 'Sasha' });
  });
  beforeEach(async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    tess = await aMember(domain.owner);
  });
  afterEach(async () => {
    const findings = [...(await verifyLedger(domain.db)), ...(await reconcileBooks(domain.db))];
    expect(findings.filter(({ broken }) => broken > 0n)).to.deep.equal([]);
  });

  const ask = (details: Partial<AskedAdjustment> = {}, by = jordan) =>
    domain.perform(by, (work) => proposeAdjustment(work, anAdjustment(tess, details)));
  const approve = (id: AdjustmentId, by = sam) =>
    domain.perform(by, (work) => approveAdjustment(work, id));
  const available = async (who = tess) => (await readHoldings(domain.db, who.id)).available;
  const fieldsOf = async (asking: Promise<unknown>) => {
    const refusal = await outcomeOf(asking);
    expect(refusal).to.be.instanceOf(Invalid);
    return (refusal as Invalid).fields;
  };
  const balance = () => `member:${String(tess.id)}:available`;

  it('moves nothing until another approves it, then once, from debit to credit', async () => {
    const cost = await deriveBalance(domain.db, 'expense:rewards');
    const { id } = await ask();
    expect(await available()).to.equal(0n);

    const transferId = await approve(id);

    expect(await available()).to.equal(50n);
    expect(await deriveBalance(domain.db, 'expense:rewards')).to.equal(cost - 50n);
    const transfer = await domain.db('ledger_transfers').where({ id: transferId }).first();
    expect(transfer).to.include({
      ...{ key: `adjustment.${String(id)}`, ref: `adjustment:${String(id)}`, event: 'adjustment' },
      ...{ actor_id: jordan.id, approver_id: sam.id, amount_minor: 50n },
    });
    expect(await findAdjustment(domain.db, id)).to.include({
      ...{ transfer_id: transferId, decision: 'approved', maker: 'Jordan', checker: 'Sasha' },
    });
  });

  it('is asked for by finance alone', async () => {
    for (const other of [tess, await aModerator(domain.owner), await anAdmin(domain.owner)]) {
      expect(await outcomeOf(ask({}, other))).to.be.instanceOf(NotAllowed);
    }
  });

  it('is not approved by whoever asked, nor sent back after it was taken back', async () => {
    const { id, proposal_id } = await ask();

    expect(await outcomeOf(approve(id, jordan))).to.be.instanceOf(NotAllowed);

    await domain.perform(jordan, (work) => withdraw(work, proposal_id));
    expect(await outcomeOf(approve(id))).to.be.instanceOf(Conflict);
    const late = domain.perform(sam, (work) => decline(work, proposal_id, 'Which payout?'));
    expect(await outcomeOf(late)).to.be.instanceOf(Conflict);
    expect(await available()).to.equal(0n);
  });

  it('is not approved once it has expired', async () => {
    const [inTime, late] = [await ask(), await ask()];

    domain.itIsNow('2026-01-22T11:59:59.999Z');
    await approve(inTime.id);
    domain.itIsNow('2026-01-22T12:00:00.000Z');

    expect(await outcomeOf(approve(late.id))).to.be.instanceOf(Conflict);
    expect(await available()).to.equal(50n);
  });

  it('is posted once when many approve it at the same moment', async () => {
    const { id } = await ask();
    const checkers: MemberRow[] = [];
    for (let count = 0; count < 8; count += 1) checkers.push(await aFinancePerson(domain.owner));

    const outcomes = await Promise.all(checkers.map((who) => outcomeOf(approve(id, who))));

    expect(outcomes.filter((outcome) => typeof outcome === 'bigint')).to.have.length(1);
    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(7);
    expect(await available()).to.equal(50n);
  });

  it('is asked for once when the same form arrives eight times at once', async () => {
    const same = anAdjustment(tess);
    const send = () => domain.perform(jordan, (work) => proposeAdjustment(work, same));

    const asked = await Promise.all(Array.from({ length: 8 }, send));

    expect(new Set(asked.map(({ id }) => id))).to.have.lengthOf(1);
    const changed = domain.perform(jordan, (work) =>
      proposeAdjustment(work, { ...same, amount: 51n }),
    );
    expect(await outcomeOf(changed)).to.be.instanceOf(Conflict);
  });

  describe('is refused', () => {
    const refusals: [string, (own: string) => Partial<AskedAdjustment>, string][] = [
      ['with the same account twice', () => ({ to: 'expense:rewards' }), 'to'],
      ['with an account that is not in the chart', () => ({ from: 'assets:cash' }), 'from'],
      ['with a fund that nobody has paid into', () => ({ to: 'liability:charity:mind' }), 'to'],
      ['with nothing to move', () => ({ amount: 0n }), 'amount'],
      ['with less than nothing', () => ({ amount: -50n }), 'amount'],
      ['with more than the balance', (own) => ({ from: own, to: 'expense:rewards' }), 'amount'],
      ['with a member who is not there', () => ({ to: 'member:999999:available' }), 'to'],
      [
        'from credit being checked',
        (own) => ({ from: own.replace('available', 'pending') }),
        'from',
      ],
      ['to a payout on its way', (own) => ({ to: own.replace('available', 'in-transit') }), 'to'],
      ['from what members owe', () => ({ from: 'receivable:clawback' }), 'from'],
      ['without a reason', () => ({ reason: ' ' }), 'reason'],
      ['without evidence', () => ({ evidence: '' }), 'evidence'],
    ];
    for (const [how, details, field] of refusals) {
      it(how, async () => {
        expect(await fieldsOf(ask(details(balance())))).to.have.keys(field);
      });
    }

    it('with an account of staff, also of staff since', async () => {
      const staff = `member:${String(sam.id)}:available`;
      expect(await fieldsOf(ask({ to: staff }))).to.have.keys('to');
      const { id } = await ask();
      await domain.owner('members').where({ id: tess.id }).update({ role: 'moderator' });

      expect(await outcomeOf(approve(id))).to.be.instanceOf(Conflict);

      expect(await available()).to.equal(0n);
    });

    it('at the approval where the balance has been used, and says what it is now', async () => {
      await giveCredit(domain, tess.id);
      const takes = { from: balance(), to: 'expense:rewards', amount: 30n };
      const [first, second] = [await ask(takes), await ask(takes)];
      await approve(first.id);

      const refusal = await outcomeOf(approve(second.id));

      expect(refusal).to.be.instanceOf(Conflict);
      expect((refusal as Conflict).message).to.contain('£0.20');
      expect(await available()).to.equal(20n);
      expect(await findAdjustment(domain.db, second.id)).to.include({ decision: null });
    });
  });

  it('is never changed, and posted by nothing but its own approved transfer', async () => {
    const { id } = await ask();
    await giveCredit(domain, tess.id);
    const other = await domain.db('ledger_transfers').orderBy('id', 'desc').first();
    const change = (values: object) =>
      outcomeOf(domain.owner('adjustments').where({ id }).update(values));

    for (const refused of [
      await change({ amount_minor: 51n }),
      await change({ transfer_id: other?.id }),
      await outcomeOf(domain.owner('adjustments').where({ id }).delete()),
    ]) {
      expect(refused).to.be.instanceOf(Error);
    }
    await approve(id);
    expect(await change({ transfer_id: null })).to.be.instanceOf(Error);
  });

  it('is listed as it stands, a page at a time', async () => {
    domain.itIsNow('2027-06-01T12:00:00Z');
    const [first, second, third] = [await ask(), await ask(), await ask()];
    await approve(first.id);
    const idsOf = async (standing: 'open' | 'decided' | 'expired', after?: AdjustmentId) => {
      const asked = { standing, at: domain.now(), after, limit: 1 };
      const { adjustments, older } = await findAdjustments(domain.db, asked);
      return { ids: adjustments.map(({ id }) => id), older };
    };

    expect(await idsOf('open')).to.deep.equal({ ids: [third.id], older: third.id });
    expect(await idsOf('open', third.id)).to.deep.equal({ ids: [second.id], older: undefined });
    expect((await idsOf('decided')).ids).to.deep.equal([first.id]);
    domain.itIsNow('2027-06-08T12:00:00Z');
    expect((await idsOf('open')).ids).to.deep.equal([]);
    expect((await idsOf('expired')).ids).to.deep.equal([third.id]);
  });

  describe('that writes off what a member owes', () => {
    const owed = async () =>
      (await domain.db('reward_debts').where({ member_id: tess.id }).first())?.owed_minor ?? 0n;

    /** Fifty pence that were paid, spent and then taken back. */
    beforeEach(async () => {
      const acceptance = await anAcceptedAnswer(domain, { author: tess });
      await decide(domain, acceptance, 'pass');
      const { id } = await ask({ from: balance(), to: 'clearing:billing' });
      await approve(id);
      await withdrawAcceptance(domain, acceptance);
      expect(await owed()).to.equal(50n);
    });
    const off = (amount: bigint) => ({
      ...{ from: 'expense:write-off', to: 'receivable:clawback', memberId: tess.id, amount },
    });
    const again = (amount: bigint) => ({
      ...{ from: 'receivable:clawback', to: 'expense:write-off', memberId: tess.id, amount },
    });

    it('takes it off the debt, in the ledger and in what they owe alike', async () => {
      const { id } = await ask(off(30n));
      expect(await owed()).to.equal(50n);

      await approve(id);

      expect(await owed()).to.equal(20n);
      expect(await findAdjustment(domain.db, id)).to.include({
        kind: 'write-off',
        debtor: tess.name,
      });
    });

    it('takes no more than is owed, now and at the approval', async () => {
      expect(await fieldsOf(ask(off(51n)))).to.have.keys('amount');
      expect(await fieldsOf(ask({ ...off(5n), memberId: undefined }))).to.have.keys('to_member');
      const [first, second] = [await ask(off(30n)), await ask(off(30n))];
      await approve(first.id);

      const refusal = await outcomeOf(approve(second.id));

      expect(refusal).to.be.instanceOf(Conflict);
      expect((refusal as Conflict).message).to.contain('£0.20');
      expect(await owed()).to.equal(20n);
    });

    it('takes a debt down once when eight write-offs of all of it race', async () => {
      const asked = [];
      for (let count = 0; count < 8; count += 1) asked.push(await ask(off(50n)));

      const outcomes = await Promise.all(asked.map(({ id }) => outcomeOf(approve(id))));

      expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(7);
      expect(await owed()).to.equal(0n);
    });

    it('waits for a race on the same debt to be over, and reads what is owed then', async () => {
      const [first, second] = [await ask(off(50n)), await ask(off(50n))];
      let isOver = false;
      const late = await domain.perform(sam, async (work) => {
        await holdMembers(work, [tess.id]);
        const other = outcomeOf(approve(second.id)).finally(() => (isOver = true));
        while (!isOver && !(await somebodyWaits())) await wait(5);
        await approveAdjustment(work, first.id);
        return { other };
      });

      expect(await late.other).to.be.instanceOf(Conflict);
      expect(await owed()).to.equal(0n);
    });

    const somebodyWaits = async () => {
      const { rows } = await domain.owner.raw<{ rows: [{ waits: boolean }] }>(
        `select exists (select from pg_locks join pg_stat_activity using (pid)
                         where not granted and datname = current_database()) as waits`,
      );
      return rows[0].waits;
    };

    it('is undone by a new one alone, up to what was written off', async () => {
      await approve((await ask(off(30n))).id);
      expect(await fieldsOf(ask(again(31n)))).to.have.keys('amount');

      await approve((await ask(again(30n))).id);

      expect(await owed()).to.equal(50n);
    });
  });
});
