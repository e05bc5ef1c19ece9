import { expect } from 'chai';

import { withdraw } from '#src/approvals/decide.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { draftRules, editDraft } from '#src/rewards/draft-rules.ts';
import {
  approveRules,
  earliestDate,
  proposeRules,
  sendBackRules,
  withdrawRules,
} from '#src/rewards/publish-rules.ts';
import { findNextRules, readActiveRules } from '#src/rewards/rules.ts';
import { runShadow } from '#src/rewards/run-shadow.ts';
import type { RuleSetId } from '#src/rewards/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, lastReward } from '#test/support/rewarding.ts';

const TERMS = {
  ...{ accepted_answer_minor: 60n, hold_days: 5, pair_limit: 3, pair_days: 20 },
  ...{ monthly_cap_minor: 2_500n, daily_cap_minor: 300n, monthly_budget_minor: 90_000n },
  ...{ payout_minimum_minor: 200n, expire_after_months: 24, notes: 'Dearer, and shorter' },
  ...{ newcomer_share: 100, helper_share: 40, guide_share: 10, steward_share: 5 },
  steps: [
    { from_nth: 11, percent: 50 },
    { from_nth: 21, percent: 25 },
  ],
};
const CASE = { reason: 'Members ask for it, and we can', evidence: 'Ticket 4711' };

describe('A rule set', () => {
  const domain = aDomain();
  let jordan: MemberRow;
  let sam: MemberRow;
  before(async () => {
    [jordan, sam] = [await aFinancePerson(domain.owner), await aFinancePerson(domain.owner)];
  });
  let year = 2026;
  beforeEach(() => {
    year += 1;
    domain.itIsNow(`${String(year)}-01-15T12:00:00Z`);
  });

  const draft = (terms: Partial<typeof TERMS> = {}) =>
    domain.perform(jordan, (work) => draftRules(work, { ...TERMS, ...terms }));
  const shadow = (id: RuleSetId) =>
    domain.perform(jordan, (work) =>
      runShadow(work, id, { first: `${String(year)}-01-01`, last: `${String(year)}-01-15` }),
    );
  const propose = (id: RuleSetId, date = '03-01', by = jordan) =>
    domain.perform(by, (work) =>
      proposeRules(work, id, { ...CASE, effectiveFrom: `${String(year)}-${date}` }),
    );
  const approve = (id: RuleSetId, by = sam) => domain.perform(by, (work) => approveRules(work, id));
  const proposed = async (date?: string) => {
    const rules = await draft();
    await shadow(rules.id);
    await propose(rules.id, date);
    return rules.id;
  };
  const read = (id: RuleSetId) => domain.db('rule_sets').where({ id }).first();

  describe('as a draft', () => {
    it('is written by finance alone', async () => {
      for (const other of [await aMember(domain.owner), await aModerator(domain.owner)]) {
        const refusal = await outcomeOf(domain.perform(other, (work) => draftRules(work, TERMS)));
        expect(refusal).to.be.instanceOf(NotAllowed);
      }
    });

    it('decides nothing, whatever date stands in it', async () => {
      const { id } = await draft();
      const effective_from = new Date(`${String(year)}-01-01Z`);
      await domain.owner('rule_sets').where({ id }).update({ effective_from });

      const { answer } = await anAcceptedAnswer(domain);
      const reward = await lastReward(domain.db, answer);
      const behind = domain.owner('rewards').where({ id: reward.id }).update({ rule_set_id: id });

      expect((await readActiveRules(domain.db, domain.now())).id).to.not.equal(id);
      expect(await outcomeOf(behind)).to.have.property(
        ...['constraint', 'rewards_are_decided_by_rules_in_force'],
      );
    });

    it('can be changed, steps and all', async () => {
      const { id } = await draft();

      await domain.perform(sam, (work) =>
        editDraft(work, id, { ...TERMS, hold_days: 6, steps: [{ from_nth: 5, percent: 10 }] }),
      );

      expect(await read(id)).to.include({ hold_days: 6 });
      expect(await domain.db('rule_set_steps').where({ rule_set_id: id })).to.deep.equal([
        { rule_set_id: id, from_nth: 5, percent: 10 },
      ]);
    });

    it('is refused field by field where it makes no sense', async () => {
      const nonsense = {
        ...{ accepted_answer_minor: 0n, hold_days: 61, pair_limit: 0, pair_days: 0 },
        ...{ monthly_cap_minor: -1n, daily_cap_minor: 5_000_000_000n, monthly_budget_minor: 0n },
        ...{ payout_minimum_minor: 0n, expire_after_months: 0, notes: 'x'.repeat(1_001) },
        ...{ newcomer_share: 101, helper_share: -1, guide_share: 0.5, steward_share: 500 },
        steps: [
          { from_nth: 11, percent: 50 },
          { from_nth: 12, percent: 60 },
        ],
      };

      const refusal = await outcomeOf(draft(nonsense));

      expect((refusal as Invalid).fields).to.have.keys(
        ...['accepted_answer', 'hold_days', 'pair_limit', 'pair_days', 'monthly_cap'],
        ...['daily_cap', 'monthly_budget', 'payout_minimum', 'expire_after_months', 'notes'],
        ...['newcomer_share', 'helper_share', 'guide_share', 'steward_share', 'steps'],
      );
    });
  });

  describe('is proposed', () => {
    it('only once it was tried on the past as it is', async () => {
      const { id } = await draft();
      expect(await outcomeOf(propose(id))).to.be.instanceOf(Conflict);

      await shadow(id);
      domain.itIsNow(new Date(domain.now().getTime() + 1));
      await domain.perform(jordan, (work) => editDraft(work, id, TERMS));
      expect(await outcomeOf(propose(id))).to.be.instanceOf(Conflict);

      await shadow(id);
      await propose(id);
    });

    it('thirty days ahead, to the millisecond', async () => {
      domain.itIsNow(`${String(year)}-01-15T00:00:00.000Z`);
      const [inTime, late] = [await draft(), await draft()];
      await shadow(inTime.id);
      await shadow(late.id);

      await propose(inTime.id, '02-14');
      domain.itIsNow(`${String(year)}-01-15T00:00:00.001Z`);
      const refusal = await outcomeOf(propose(late.id, '02-14'));

      expect((refusal as Invalid).fields).to.have.keys('effective_from');
      const { effective_from } = (await read(inTime.id)) ?? {};
      expect(effective_from).to.deep.equal(new Date(`${String(year)}-02-14Z`));
    });

    it('from a midnight in the operator’s own time', async () => {
      const id = await proposed('07-01');

      expect((await read(id))?.effective_from).to.deep.equal(
        new Date(`${String(year)}-06-30T23:00:00Z`),
      );
    });

    it('and cannot be changed while somebody is asked to approve it', async () => {
      const id = await proposed();

      const edit = domain.perform(jordan, (work) => editDraft(work, id, TERMS));

      expect(await outcomeOf(edit)).to.be.instanceOf(Conflict);
      expect(await outcomeOf(propose(id))).to.be.instanceOf(Conflict);
    });
  });

  describe('is published', () => {
    it('by another person, and then waits for its day', async () => {
      const id = await proposed();
      const before = await readActiveRules(domain.db, domain.now());

      await approve(id);

      const now = domain.now();
      expect(await findNextRules(domain.db, now)).to.include({ id, made_by: jordan.id });
      expect((await readActiveRules(domain.db, now)).id).to.equal(before.id);
      const itsDay = new Date(`${String(year)}-03-01T00:00:00Z`);
      expect((await readActiveRules(domain.db, itsDay)).id).to.equal(id);
      const lastMoment = new Date(itsDay.getTime() - 1);
      expect((await readActiveRules(domain.db, lastMoment)).id).to.equal(before.id);
      expect((await read(id))?.number).to.equal(before.number + 1);
    });

    it('not by whoever proposed it, whether they ask us or the database', async () => {
      const id = await proposed();
      const proposal_id = (await read(id))?.proposal_id;

      const refusal = await outcomeOf(approve(id, jordan));
      const unapproved = await outcomeOf(
        domain.owner('rule_sets').where({ id }).update({ published_at: domain.now() }),
      );
      const byThemselves = await outcomeOf(
        domain
          .owner('proposals')
          .where({ id: proposal_id as never })
          .update({ decision: 'approved', decided_by: jordan.id, decided_at: domain.now() }),
      );

      expect(refusal).to.be.instanceOf(NotAllowed);
      expect(unapproved).to.have.property('constraint', 'rule_sets_are_approved');
      expect(byThemselves).to.have.property('constraint', 'proposals_maker_is_not_checker');
      expect((await read(id))?.published_at).to.equal(null);
    });

    it('not if its day has come too close meanwhile, to the millisecond', async () => {
      const id = await proposed('02-15');
      domain.itIsNow(`${String(year)}-01-16T00:00:00.001Z`);

      const refusal = await outcomeOf(approve(id));
      domain.itIsNow(`${String(year)}-01-16T00:00:00.000Z`);
      await approve(id);

      expect(refusal).to.be.instanceOf(Conflict);
      expect((await read(id))?.published_at).to.deep.equal(domain.now());
    });

    it('not after seven days', async () => {
      const id = await proposed();
      domain.itIsNow(`${String(year)}-01-22T12:00:00Z`);

      expect(await outcomeOf(approve(id))).to.be.instanceOf(Conflict);
    });

    it('not for a day that another has, or an earlier one', async () => {
      const [first, second] = [await proposed(), await proposed()];
      await approve(first);

      const refusal = await outcomeOf(approve(second));
      const third = await draft();
      await shadow(third.id);
      const earlier = await outcomeOf(propose(third.id, '02-20'));

      expect(refusal).to.be.instanceOf(Conflict);
      expect((earlier as Invalid).fields).to.have.keys('effective_from');
    });

    it('each with a number of its own, however many are approved at once', async () => {
      const days = ['03-01', '03-02', '03-03', '03-04'];
      const ids: RuleSetId[] = [];
      for (const day of days) ids.push(await proposed(day));

      await Promise.allSettled(ids.map((id) => approve(id)));

      const published = (await domain.db('rule_sets').whereIn('id', ids)).filter(
        ({ published_at }) => published_at !== null,
      );
      expect(published).to.not.deep.equal([]);
      expect(new Set(published.map(({ number }) => number)).size).to.equal(published.length);
    });

    it('or sent back with a word, or taken back, and can be changed again', async () => {
      const [sentBack, takenBack] = [await proposed(), await proposed()];

      await domain.perform(sam, (work) => sendBackRules(work, sentBack, 'Too dear'));
      const stranger = domain.perform(sam, (work) => withdrawRules(work, takenBack));
      expect(await outcomeOf(stranger)).to.be.instanceOf(NotAllowed);
      await domain.perform(jordan, (work) => withdrawRules(work, takenBack));

      for (const id of [sentBack, takenBack]) {
        expect(await outcomeOf(approve(id))).to.be.instanceOf(Conflict);
        await domain.perform(jordan, (work) => editDraft(work, id, TERMS));
      }
    });
  });

  describe('once it is published', () => {
    let id: RuleSetId;
    beforeEach(async () => {
      id = await proposed();
      await approve(id);
    });

    it('is never changed or removed, by whomever', async () => {
      const steps = domain.owner('rule_set_steps').where({ rule_set_id: id });
      const attempts = [
        domain.owner('rule_sets').where({ id }).update({ hold_days: 1 }),
        domain.owner('rule_sets').where({ id }).update({ published_at: null }),
        domain.owner('rule_sets').where({ id }).delete(),
        domain.owner('rule_set_steps').insert({ rule_set_id: id, from_nth: 5, percent: 10 }),
        steps.clone().delete(),
        steps.clone().update({ percent: 1 }),
        domain.owner.raw('truncate rule_sets cascade'),
      ];
      for (const attempt of attempts) {
        expect(await outcomeOf(attempt)).to.be.instanceOf(Error);
      }
      expect(await read(id)).to.include({ hold_days: TERMS.hold_days });
    });

    it('cannot be edited or proposed again', async () => {
      const edit = domain.perform(jordan, (work) => editDraft(work, id, TERMS));

      expect(await outcomeOf(edit)).to.be.instanceOf(Conflict);
      expect(await outcomeOf(propose(id))).to.be.instanceOf(Conflict);
      expect(await outcomeOf(approve(id))).to.be.instanceOf(Conflict);
      const proposal_id = (await read(id))?.proposal_id as never;
      const undone = domain.perform(jordan, (work) => withdraw(work, proposal_id));
      expect(await outcomeOf(undone)).to.be.instanceOf(Conflict);
    });

    it('was published thirty days ahead, or the database would not have it', async () => {
      const { id: _id, number: _number, ...row } = (await read(id)) ?? {};
      const late = new Date(domain.now().getTime() + 30 * 86_400_000 - 1);

      const attempt = domain.owner('rule_sets').insert({ ...row, effective_from: late } as never);

      expect(await outcomeOf(attempt)).to.have.property(
        ...['constraint', 'rule_sets_are_published_thirty_days_ahead'],
      );
    });

    it('has its instant for itself', async () => {
      const { id: _id, number: _number, ...row } = (await read(id)) ?? {};

      const attempt = domain.owner('rule_sets').insert(row as never);

      expect(await outcomeOf(attempt)).to.have.property(
        ...['constraint', 'rule_sets_one_from_an_instant'],
      );
    });
  });

  it('takes effect no earlier than thirty days from now, across a change of the clocks', () => {
    const earliest = (at: string) => earliestDate(new Date(at), 'Europe/London');

    expect(earliest('2026-01-15T00:00:00.000Z')).to.equal('2026-02-14');
    expect(earliest('2026-01-15T00:00:00.001Z')).to.equal('2026-02-15');
    expect(earliest('2026-03-01T23:00:00.000Z')).to.equal('2026-04-01');
    expect(earliest('2026-03-01T23:00:00.001Z')).to.equal('2026-04-02');
    expect(earliest('2026-09-30T23:00:00.000Z')).to.equal('2026-10-31');
    expect(earliest('2026-10-01T00:00:00.001Z')).to.equal('2026-11-01');
  });
});
