import { expect } from 'chai';

import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { anAcceptedAnswer, lastReward, publishRules, rewarding } from '#test/support/rewarding.ts';

const DAY = 86_400_000;
const TOO_MANY = { state: 'refused', refusal: 'pair-limit', amount_minor: 0n };

describe('The limit of a pair', () => {
  const domain = aDomain({ connections: 20 });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const aPair = async () => ({
    asker: await aMember(domain.owner),
    helper: await aMember(domain.owner),
  });
  const rewardOf = async (pair: Awaited<ReturnType<typeof aPair>>) =>
    lastReward(domain.db, (await anAcceptedAnswer(domain, pair)).answer);
  const later = (days: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + days * DAY));
  };

  it('pays two of the same asker’s acceptances in thirty days, not a third', async () => {
    const pair = await aPair();

    expect(await rewardOf(pair)).to.include({ state: 'held' });
    expect(await rewardOf(pair)).to.include({ state: 'held' });
    expect(await rewardOf(pair)).to.include(TOO_MANY);
  });

  it('does not count the other way round, nor another asker', async () => {
    const pair = await aPair();
    await rewardOf(pair);
    await rewardOf(pair);

    expect(await rewardOf({ asker: pair.helper, helper: pair.asker })).to.include({
      state: 'held',
    });
    expect(await rewardOf({ ...pair, asker: await aMember(domain.owner) })).to.include({
      state: 'held',
    });
  });

  it('is over after thirty days', async () => {
    const pair = await aPair();
    await rewardOf(pair);
    await rewardOf(pair);

    later(30 - 1 / DAY);
    expect(await rewardOf(pair)).to.include(TOO_MANY);
    later(1 / DAY);
    expect(await rewardOf(pair)).to.include({ state: 'held' });
  });

  it('does not count what was withdrawn or failed, and counts what was released', async () => {
    const pair = await aPair();
    const moderator = await aModerator(domain.owner);
    const { accept, withdraw, decide } = rewarding(domain);
    const withdrawn = await anAcceptedAnswer(domain, pair);
    await withdraw(pair.asker, withdrawn.answer);
    const failed = await anAcceptedAnswer(domain, pair);
    await decide(moderator, failed.answer, 'fail');
    const released = await anAcceptedAnswer(domain, pair);
    await decide(moderator, released.answer, 'pass');

    expect(await rewardOf(pair)).to.include({ state: 'held' });
    expect(await rewardOf(pair)).to.include(TOO_MANY);
    await accept(pair.asker, withdrawn.answer);
    expect(await lastReward(domain.db, withdrawn.answer)).to.include(TOO_MANY);
  });

  it('is not exceeded by ten acceptances at the same moment', async () => {
    const pair = await aPair();

    const rewards = await Promise.all(Array.from({ length: 10 }, () => rewardOf(pair)));

    expect(rewards.filter(({ state }) => state === 'held')).to.have.lengthOf(2);
  });
});

describe('The cap of a month', () => {
  const domain = aDomain({ connections: 20 });
  afterEach(() => expectBooksToMatchStates(domain.db));
  before(() =>
    publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), monthly_cap_minor: 120n },
    }),
  );

  const earn = async (helper: Awaited<ReturnType<typeof aMember>>) =>
    lastReward(domain.db, (await anAcceptedAnswer(domain, { helper })).answer);

  it('pays what is left of it, then nothing, and all again in the next month', async () => {
    domain.itIsNow('2026-01-31T23:59:59Z');
    const helper = await aMember(domain.owner);
    await earn(helper);
    await earn(helper);

    expect(await earn(helper)).to.include({ state: 'held', amount_minor: 20n });
    expect(await earn(helper)).to.include({ state: 'refused', refusal: 'monthly-cap' });
    domain.itIsNow('2026-02-01T00:00:00Z');
    expect(await earn(helper)).to.include({ amount_minor: 50n, month: '2026-02' });
  });

  it('begins with the month in the operator’s own time', async () => {
    domain.itIsNow('2026-06-30T23:30:00Z');

    expect(await earn(await aMember(domain.owner))).to.include({ month: '2026-07' });
  });

  it('has room again for what was taken back', async () => {
    domain.itIsNow('2026-03-10T12:00:00Z');
    const helper = await aMember(domain.owner);
    const first = await anAcceptedAnswer(domain, { helper });
    await earn(helper);
    await earn(helper);
    await rewarding(domain).withdraw(first.asker, first.answer);

    expect(await earn(helper)).to.include({ state: 'held', amount_minor: 50n });
  });

  it('gives back whole what an undone fail took, though others have used its room', async () => {
    domain.itIsNow('2026-05-10T12:00:00Z');
    const helper = await aMember(domain.owner);
    const moderator = await aModerator(domain.owner);
    const { decide, undo } = rewarding(domain);
    const failed = await anAcceptedAnswer(domain, { helper });
    await earn(helper);
    await decide(moderator, failed.answer, 'fail');
    await earn(helper);
    expect(await earn(helper)).to.include({ state: 'held', amount_minor: 20n });

    await undo(moderator, failed.answer);

    expect(await lastReward(domain.db, failed.answer)).to.include({
      ...{ state: 'held', amount_minor: 50n },
    });
    expect(await earn(helper)).to.include({ refusal: 'monthly-cap' });
  });

  it('is not exceeded by ten acceptances at the same moment', async () => {
    domain.itIsNow('2026-04-10T12:00:00Z');
    const helper = await aMember(domain.owner);

    const rewards = await Promise.all(Array.from({ length: 10 }, () => earn(helper)));

    const paid = rewards.map(({ amount_minor }) => amount_minor).sort();
    expect(paid.filter((amount) => amount > 0n)).to.deep.equal([20n, 50n, 50n]);
  });
});

describe('The cap of a day', () => {
  const domain = aDomain();
  afterEach(() => expectBooksToMatchStates(domain.db));
  before(() =>
    publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), daily_cap_minor: 70n },
    }),
  );

  const earnAt = async (helper: Awaited<ReturnType<typeof aMember>>, instant: string) => {
    domain.itIsNow(instant);
    return lastReward(domain.db, (await anAcceptedAnswer(domain, { helper })).answer);
  };

  it('pays what is left of it, then nothing, and all again on the next day', async () => {
    const helper = await aMember(domain.owner);

    expect(await earnAt(helper, '2026-02-10T08:00:00Z')).to.include({ amount_minor: 50n });
    expect(await earnAt(helper, '2026-02-10T09:00:00Z')).to.include({ amount_minor: 20n });
    expect(await earnAt(helper, '2026-02-10T23:59:59.999Z')).to.include({ refusal: 'daily-cap' });
    expect(await earnAt(helper, '2026-02-11T00:00:00.000Z')).to.include({ amount_minor: 50n });
  });

  for (const [what, first, last, next] of [
    ['in summer', '2026-06-29T23:00:00.000Z', '2026-06-30T22:59:59.999Z', '2026-06-30T23:00:00Z'],
    ['of 23 hours', '2026-03-29T00:00:00.000Z', '2026-03-29T22:59:59.999Z', '2026-03-29T23:00:00Z'],
    ['of 25 hours', '2026-10-24T23:00:00.000Z', '2026-10-25T23:59:59.999Z', '2026-10-26T00:00:00Z'],
  ] as const) {
    it(`is of a day in the operator’s own time, ${what}`, async () => {
      const helper = await aMember(domain.owner);
      const before = new Date(Date.parse(first) - 1).toISOString();

      expect(await earnAt(helper, before)).to.include({ amount_minor: 50n });
      expect(await earnAt(helper, first)).to.include({ amount_minor: 50n });
      expect(await earnAt(helper, last)).to.include({ amount_minor: 20n });
      expect(await earnAt(helper, last)).to.include({ refusal: 'daily-cap' });
      expect(await earnAt(helper, next)).to.include({ amount_minor: 50n });
    });
  }
});
