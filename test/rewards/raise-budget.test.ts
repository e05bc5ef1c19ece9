import { expect } from 'chai';

import type { Month } from '#src/ledger/dates.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { fundWaitingRewards } from '#src/rewards/fund-waiting-rewards.ts';
import {
  approveRaise,
  proposeRaise,
  sendBackRaise,
  withdrawRaise,
} from '#src/rewards/raise-budget.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aFinancePerson, aModerator } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, publishRules } from '#test/support/rewarding.ts';

const CASE = { reason: 'A network outage brought many questions', evidence: 'Incident 12' };

describe('More budget for a month', () => {
  const domain = aDomain({ connections: 20 });
  let jordan: MemberRow;
  let sam: MemberRow;
  let month: Month;
  let nth = 0;

  before(async () => {
    [jordan, sam] = [await aFinancePerson(domain.owner), await aFinancePerson(domain.owner)];
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), monthly_budget_minor: 100n },
    });
  });
  beforeEach(async () => {
    nth += 1;
    month = `${String(2026 + nth)}-01` as Month;
    domain.itIsNow(`${month}-15T12:00:00Z`);
    for (let count = 0; count < 5; count += 1) await anAcceptedAnswer(domain);
  });
  afterEach(async () => {
    await expectBooksToMatchStates(domain.db);
    for (let later = 2; later <= 4; later += 1) {
      domain.itIsNow(`${month.slice(0, 4)}-0${String(later)}-01T12:00:00Z`);
      await fund();
    }
  });

  const fund = () => fundWaitingRewards(domain.db, domain.perform);
  const propose = (amount: bigint | null, of = month) =>
    domain.perform(jordan, (work) => proposeRaise(work, { ...CASE, month: of, amount }));
  const approve = (id: Awaited<ReturnType<typeof propose>>['id'], by = sam) =>
    domain.perform(by, (work) => approveRaise(work, id));
  const waiting = async () => (await domain.db('rewards').where({ state: 'waiting' })).length;
  const budget = () => domain.db('reward_budgets').where({ month }).first();

  it('pays all that waits once another person approves', async () => {
    const { id } = await propose(null);
    expect(await fund()).to.equal(0);

    await approve(id);
    await fund();

    expect(await waiting()).to.equal(0);
    expect(await budget()).to.include({ raised_minor: 150n, committed_minor: 250n });
  });

  it('pays as much as was asked for, the oldest first', async () => {
    const { id } = await propose(70n);

    await approve(id);
    expect(await fund()).to.equal(1);

    expect(await waiting()).to.equal(2);
    expect(await budget()).to.include({ raised_minor: 70n, committed_minor: 150n });
  });

  it('adds up over several, approved at the same moment', async () => {
    const raises = [await propose(50n), await propose(50n), await propose(null)];

    await Promise.all(raises.map(({ id }) => approve(id)));
    await fund();

    expect(await waiting()).to.equal(0);
    expect((await budget())?.committed_minor).to.equal(250n);
  });

  it('is not approved by whoever asked for it, nor twice, nor after seven days', async () => {
    const [own, twice, late] = [await propose(50n), await propose(50n), await propose(50n)];

    expect(await outcomeOf(approve(own.id, jordan))).to.be.instanceOf(NotAllowed);
    await approve(twice.id);
    expect(await outcomeOf(approve(twice.id))).to.be.instanceOf(Conflict);
    domain.itIsNow(`${month}-22T12:00:00Z`);
    expect(await outcomeOf(approve(late.id))).to.be.instanceOf(Conflict);

    expect(await budget()).to.include({ raised_minor: 50n });
  });

  it('is sent back or taken back, and nothing changes', async () => {
    const [sentBack, takenBack] = [await propose(50n), await propose(50n)];

    await domain.perform(sam, (work) => sendBackRaise(work, sentBack.id, 'Wait for December'));
    await domain.perform(jordan, (work) => withdrawRaise(work, takenBack.id));

    expect(await budget()).to.include({ raised_minor: 0n });
    expect(await fund()).to.equal(0);
  });

  it('is asked for by finance, in words, for a month that has a budget', async () => {
    const moderator = await aModerator(domain.owner);
    const request = { ...CASE, month, amount: 50n };

    const stranger = domain.perform(moderator, (work) => proposeRaise(work, request));
    expect(await outcomeOf(stranger)).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(propose(0n))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(propose(50n, '2025-06' as Month))).to.be.instanceOf(Conflict);
  });
});
