import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { fundWaitingRewards } from '#src/rewards/fund-waiting-rewards.ts';
import type { RewardRow } from '#src/rewards/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aMember, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import { publishRules } from '#test/support/rewarding.ts';

const ACCEPTANCES = 200;

/* Two hundred acceptances at the same moment, each on a connection of its own. */
describe('200 acceptances at once', function () {
  this.timeout(120_000);
  const domain = aDomain({ connections: ACCEPTANCES });
  afterEach(() => expectBooksToMatchStates(domain.db));

  before(async () => {
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), pair_limit: 1_000 },
    });
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-02-01Z'), monthly_cap_minor: 100_000n },
      ...{ daily_cap_minor: 2_000n },
    });
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-03-01Z'), monthly_budget_minor: 2_000n },
    });
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-05-01Z'), pair_limit: 40, monthly_cap_minor: 100_000n },
    });
  });

  /** Accepts so many answers to different questions at once, and says what they earned. */
  async function acceptAtOnce(
    askerOf: () => Promise<MemberRow>,
    helperOf: () => Promise<MemberRow>,
  ): Promise<RewardRow[]> {
    const topic_id = (await aTopic(domain.owner)).id;
    const given = [];
    for (let count = 0; count < ACCEPTANCES; count += 1) {
      const [asker, helper] = [await askerOf(), await helperOf()];
      const question = await aQuestion(domain.owner, { author_id: asker.id, topic_id });
      const answer = { question_id: question.id, author_id: helper.id };
      given.push({ asker, answer: await anAnswer(domain.owner, answer) });
    }
    await Promise.all(
      given.map(({ asker, answer }) =>
        domain.perform(asker, (work) => acceptAnswer(work, answer.id)),
      ),
    );
    const ids = given.map(({ answer }) => answer.id);
    return domain
      .db('rewards')
      .join('acceptances', 'acceptances.id', 'rewards.acceptance_id')
      .whereIn('acceptances.answer_id', ids)
      .select('rewards.*');
  }
  const somebody = () => aMember(domain.owner);
  const tally = (rewards: RewardRow[]) => {
    const tallied: Record<string, number> = {};
    for (const { state, refusal } of rewards) {
      tallied[refusal ?? state] = (tallied[refusal ?? state] ?? 0) + 1;
    }
    return tallied;
  };

  it('against a member’s cap of 40 rewards a month pay exactly 40', async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    const helper = await somebody();

    const rewards = await acceptAtOnce(somebody, () => Promise.resolve(helper));

    expect(tally(rewards)).to.deep.equal({ held: 40, 'monthly-cap': 160 });
    expect((await readHoldings(domain.db, helper.id)).pending).to.equal(2_000n);
  });

  it('against a cap of 40 rewards a day pay exactly 40', async () => {
    domain.itIsNow('2026-02-15T12:00:00Z');
    const helper = await somebody();

    const rewards = await acceptAtOnce(somebody, () => Promise.resolve(helper));

    expect(tally(rewards)).to.deep.equal({ held: 40, 'daily-cap': 160 });
  });

  it('of the same pair, who may have 40, pay exactly 40', async () => {
    domain.itIsNow('2026-05-15T12:00:00Z');
    const [asker, helper] = [await somebody(), await somebody()];

    const rewards = await acceptAtOnce(
      () => Promise.resolve(asker),
      () => Promise.resolve(helper),
    );

    expect(tally(rewards)).to.deep.equal({ held: 40, 'pair-limit': 160 });
  });

  it('of different members against a budget of 40 hold exactly 40, and the others wait', async () => {
    domain.itIsNow('2026-03-15T12:00:00Z');

    const rewards = await acceptAtOnce(somebody, somebody);

    expect(tally(rewards)).to.deep.equal({ held: 40, waiting: 160 });
    const budget = await domain.db('reward_budgets').where({ month: '2026-03' }).first();
    expect(budget).to.include({ committed_minor: 2_000n });

    domain.itIsNow('2026-04-01T12:00:00Z');
    const funded = await Promise.all(
      Array.from({ length: 4 }, () => fundWaitingRewards(domain.db, domain.perform)),
    );
    expect(funded.reduce((sum, count) => sum + count)).to.equal(40);
    const held = await domain.db('rewards').where({ budget_month: '2026-04' });
    expect(held).to.have.lengthOf(40);
  });
});
