import { expect } from 'chai';

import { decide, worthOf, type Facts, type Terms } from '#src/rewards/decide.ts';

const TERMS: Terms = {
  ...{ accepted_answer_minor: 50n, pair_limit: 2, pair_days: 30 },
  ...{ monthly_cap_minor: 2_000n, daily_cap_minor: null, steps: [] },
};
const FACTS: Facts = {
  ...{ ownQuestion: false, staff: false, sanctioned: false, copy: false },
  ...{ paidAlready: false, paidToPair: 0, paidThisMonth: 0 },
  ...{ earnedThisMonth: 0n, earnedToday: 0n, budgetLeft: null },
};
const paid = (terms: Partial<Terms>, facts: Partial<Facts>) => {
  const { amount_minor, refusal, waits } = decide({ ...TERMS, ...terms }, { ...FACTS, ...facts });
  return refusal ?? (waits ? `${String(amount_minor)} later` : amount_minor);
};

describe('Rules', () => {
  it('pay an accepted answer', () => {
    expect(paid({}, {})).to.equal(50n);
  });

  it('pay nobody for their own question, and never staff', () => {
    expect(paid({}, { ownQuestion: true, staff: true })).to.equal('own-question');
    expect(paid({}, { staff: true })).to.equal('staff');
  });

  it('pay nobody who is sanctioned, whatever else there is to say', () => {
    expect(paid({}, { sanctioned: true, paidToPair: 9 })).to.equal('sanctioned');
  });

  it('pay an answer once, whoever else accepts it', () => {
    expect(paid({}, { paidAlready: true })).to.equal('paid-already');
  });

  it('pay so many of a pair, and not one more', () => {
    expect(paid({}, { paidToPair: 1 })).to.equal(50n);
    expect(paid({}, { paidToPair: 2 })).to.equal('pair-limit');
  });

  it('pay up to the cap of a month, the last one in part', () => {
    expect(paid({}, { earnedThisMonth: 1_950n })).to.equal(50n);
    expect(paid({}, { earnedThisMonth: 1_951n })).to.equal(49n);
    expect(paid({}, { earnedThisMonth: 1_999n })).to.equal(1n);
    expect(paid({}, { earnedThisMonth: 2_000n })).to.equal('monthly-cap');
  });

  it('pay up to the cap of a day, and no more than the month has left', () => {
    const daily = { daily_cap_minor: 120n };

    expect(paid(daily, { earnedToday: 70n })).to.equal(50n);
    expect(paid(daily, { earnedToday: 71n })).to.equal(49n);
    expect(paid(daily, { earnedToday: 120n })).to.equal('daily-cap');
    expect(paid(daily, { earnedToday: 80n, earnedThisMonth: 1_990n })).to.equal(10n);
    expect(paid(daily, { earnedToday: 120n, earnedThisMonth: 2_000n })).to.equal('monthly-cap');
  });

  it('let wait what the budget cannot pay whole', () => {
    expect(paid({}, { budgetLeft: 50n })).to.equal(50n);
    expect(paid({}, { budgetLeft: 49n })).to.equal('50 later');
    expect(paid({}, { budgetLeft: 49n, earnedThisMonth: 1_951n })).to.equal(49n);
    expect(paid({}, { budgetLeft: 0n, paidToPair: 2 })).to.equal('pair-limit');
  });

  it('pay less from a step on, rounded down to a whole penny and never to nothing', () => {
    const steps = [
      { from_nth: 21, percent: 1 },
      { from_nth: 11, percent: 33 },
    ];
    const worth = (nth: number) => worthOf({ accepted_answer_minor: 50n, steps }, nth);

    expect([1, 10, 11, 20, 21, 999].map(worth)).to.deep.equal([50n, 50n, 16n, 16n, 1n, 1n]);
    expect(paid({ steps }, { paidThisMonth: 9 })).to.equal(50n);
    expect(paid({ steps }, { paidThisMonth: 10 })).to.equal(16n);
  });
});
