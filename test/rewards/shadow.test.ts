import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { Invalid, NotAllowed } from '#src/refusals.ts';
import { draftRules } from '#src/rewards/draft-rules.ts';
import type { RuleSetId } from '#src/rewards/rows.ts';
import { runShadow } from '#src/rewards/run-shadow.ts';
import { memberChanges, readReport, type MemberChange } from '#src/rewards/shadows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, publishRules, rewarding } from '#test/support/rewarding.ts';

const HOUR = 3_600_000;

/*
 * A history small enough to be worked out by hand. The rules in force pay £0.50, two of a pair in
 * thirty days and £1.20 a month; in February, Ann, Bob and Cleo answer and Dora asks.
 */
describe('A shadow', () => {
  const domain = aDomain();
  const { decide, withdraw } = rewarding(domain);
  let active: RuleSetId;
  let [jordan, ann, bob, cleo, dora]: MemberRow[] = [];

  before(async () => {
    jordan = await aFinancePerson(domain.owner);
    const rules = { effective_from: new Date('2026-01-01Z'), monthly_cap_minor: 120n };
    active = (await publishRules(domain.owner, rules)).id;
    [ann, bob, cleo, dora] = [
      ...[await aMember(domain.owner, { name: 'Ann-1' }), await aMember(domain.owner)],
      ...[await aMember(domain.owner), await aMember(domain.owner)],
    ];
    const moderator = await aModerator(domain.owner);

    at('2026-01-20T12:00:00Z');
    await earn(bob, dora); // before the time that is tried: 50, and one of the pair
    at('2026-02-02T12:00:00Z');
    await earn(ann); // 50
    await earn(ann); // 50
    await earn(ann); // 20, the rest of the cap
    await earn(ann); // refused, monthly cap
    await earn(bob, dora); // 50
    await earn(bob, dora); // refused, the third of the pair
    const failed = await earn(cleo); // 50, void in the end
    const withdrawn = await earn(cleo, dora); // 50, void in the end
    await earn(cleo, dora); // 20, the rest of the cap
    await earn(cleo, dora); // refused: by then the withdrawn one still counted
    at('2026-02-02T22:30:00Z');
    await decide(moderator, failed.answer, 'fail');
    await withdraw(withdrawn.asker, withdrawn.answer);
    await earn(cleo, dora); // 50: neither counts any longer
    at('2026-03-01T12:00:00Z');
    await earn(ann); // after the time that is tried
  });

  const at = (instant: string) => {
    domain.itIsNow(instant);
  };
  const earn = async (helper: MemberRow | undefined, asker?: MemberRow) => {
    domain.itIsNow(new Date(domain.now().getTime() + HOUR));
    return anAcceptedAnswer(domain, {
      ...(helper && { helper }),
      ...(asker && { asker }),
    });
  };
  const FEBRUARY = { first: '2026-02-01', last: '2026-02-28' };
  const TERMS = {
    ...{ accepted_answer_minor: 50n, hold_days: 7, pair_limit: 2, pair_days: 30 },
    ...{ monthly_cap_minor: 120n, daily_cap_minor: null, monthly_budget_minor: null },
    ...{ payout_minimum_minor: 100n, expire_after_months: null, notes: '', steps: [] },
    ...{ newcomer_share: 100, helper_share: 50, guide_share: 10, steward_share: 5 },
  };
  type Terms = Parameters<typeof draftRules>[1];

  const shadow = async (terms: Partial<Terms> | RuleSetId, days = FEBRUARY) => {
    const run = await domain.perform(jordan as MemberRow, async (work) => {
      const id =
        typeof terms === 'number' ? terms : (await draftRules(work, { ...TERMS, ...terms })).id;
      return runShadow(work, id, days);
    });
    const report = await readReport(domain.db, run);
    const members: MemberChange[] = [];
    for await (const page of memberChanges(domain.db, run.id)) members.push(...page);
    const changeOf = (member: MemberRow | undefined) => {
      const found = members.find(({ member_id }) => member_id === member?.id);
      return found && [found.paid, found.would_pay];
    };
    return { ...report, changes: [ann, bob, cleo].map(changeOf) };
  };
  const refusalsOf = ({ refusals }: Awaited<ReturnType<typeof shadow>>) =>
    refusals.map(({ refusal, refused, would_refuse }) => [refusal, refused, would_refuse]);

  it('of the rules in force, over their own time, makes no difference', async () => {
    const result = await shadow(active);

    expect(result).to.include({
      ...{ acceptances: 11, paid_minor: 240n, would_pay_minor: 240n },
      ...{ better: 0, worse: 0, unchanged: 3, waiting: 0 },
    });
    expect(result.largest).to.deep.equal([]);
    expect(refusalsOf(result)).to.deep.equal([
      ...[
        ['monthly-cap', 1, 1],
        ['pair-limit', 2, 2],
      ],
    ]);
  });

  it('says who would have earned more and who less, worked out acceptance by acceptance', async () => {
    const result = await shadow({ accepted_answer_minor: 60n, monthly_cap_minor: 100n });

    // Ann 60 + 40. Bob 60. Cleo 60 that failed, 40 that was withdrawn, nothing twice, then 60.
    expect(result.changes).to.deep.equal([
      ...[
        [120n, 100n],
        [50n, 60n],
        [70n, 60n],
      ],
    ]);
    expect(result).to.include({
      ...{ paid_minor: 240n, would_pay_minor: 220n, better: 1, worse: 2, unchanged: 0 },
    });
    expect(result.largest[0]).to.include({ name: 'Ann-1', paid: 120n, would_pay: 100n });
    expect(refusalsOf(result)).to.deep.equal([
      ...[
        ['monthly-cap', 1, 4],
        ['pair-limit', 2, 1],
      ],
    ]);
  });

  it('counts a pair by its own days, from before the time that is tried', async () => {
    const wide = await shadow({ pair_limit: 3 });
    const narrow = await shadow({ pair_limit: 1 });
    const short = await shadow({ pair_limit: 1, pair_days: 10 });

    expect(wide.changes[1]).to.deep.equal([50n, 100n]);
    expect(narrow.changes[1]).to.deep.equal([50n, 0n]);
    expect(short.changes[1]).to.deep.equal([50n, 50n]);
  });

  it('pays less by steps and by the cap of a day', async () => {
    const steps = [{ from_nth: 2, percent: 50 }];

    const stepped = await shadow({ steps });
    const capped = await shadow({ daily_cap_minor: 60n });

    expect(stepped.changes[0]).to.deep.equal([120n, 120n]); // 50 + 25 + 25, and 20 of the cap
    expect(stepped.changes[1]).to.deep.equal([50n, 50n]);
    expect(capped.changes[0]).to.deep.equal([120n, 60n]);
    expect(refusalsOf(capped)).to.deep.include(['daily-cap', 0, 4]);
  });

  it('tells apart what would have waited for a budget, which nobody loses', async () => {
    const result = await shadow({ monthly_budget_minor: 150n });

    // Ann takes 120. Bob’s 50 wait, and each 50 of Cleo’s; her 20 fit.
    expect(result).to.include({ would_pay_minor: 240n, waiting: 4, waiting_minor: 200n });
  });

  it('keeps to the days it was asked for, in the operator’s time', async () => {
    const nothing = await shadow(active, { first: '2026-02-27', last: '2026-02-28' });
    const march = await shadow(active, { first: '2026-03-01', last: '2026-03-01' });

    expect(nothing).to.include({ acceptances: 0, unchanged: 0 });
    expect(march).to.include({ acceptances: 1, paid_minor: 50n, would_pay_minor: 50n });
  });

  it('is run by finance, over what is past, and never changed', async () => {
    const moderator = await aModerator(domain.owner);
    const byOthers = domain.perform(moderator, (work) => runShadow(work, active, FEBRUARY));
    expect(await outcomeOf(byOthers)).to.be.instanceOf(NotAllowed);
    for (const days of [
      { first: '2026-03-01', last: '2026-03-02' },
      { first: '2026-02-02', last: '2026-02-01' },
    ]) {
      const refusal = await outcomeOf(shadow(active, days));
      expect((refusal as Invalid).fields).to.have.keys('to');
    }
    await shadow(active);
    for (const table of ['rule_shadows', 'rule_shadow_members', 'rule_shadow_refusals'] as const) {
      expect(await outcomeOf(domain.owner(table).delete())).to.be.instanceOf(Error);
    }
  });
});
