import { expect } from 'chai';

import { liftHolds, placeHold } from '#src/rewards/holds.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { aPractisedMember } from '#test/support/practised.ts';
import {
  anAcceptedAnswer,
  lastAcceptance,
  lastReward,
  publishRules,
  rewarding,
} from '#test/support/rewarding.ts';

const DAY = 86_400_000;
const REPORT = { because: 'report', ref: 'report:7' } as const;
const CASE = { because: 'fraud', ref: 'case:3' } as const;

describe('A hold on a reward', () => {
  const domain = aDomain({ connections: 4 });
  const { decide } = rewarding(domain);

  before(() =>
    publishRules(domain.owner, { effective_from: new Date('2026-01-01Z'), helper_share: 0 }),
  );
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const kept = async (level: 'newcomer' | 'helper', ...holds: (typeof REPORT | typeof CASE)[]) => {
    const accepted = await anAcceptedAnswer(domain, {
      helper:
        level === 'helper' ? await aPractisedMember(domain.owner) : await aMember(domain.owner),
    });
    const { id } = await lastAcceptance(domain.db, accepted.answer);
    for (const hold of holds) {
      await domain.perform('system', (work) => placeHold(work, id, hold));
    }
    return accepted.answer;
  };
  const lift = (ref: string) => domain.perform('system', (work) => liftHolds(work, ref));
  const quietDaysGoBy = () => {
    domain.itIsNow(new Date(domain.now().getTime() + 8 * DAY));
    return releaseDueRewards(domain.db, domain.perform, domain.now());
  };
  const stateOf = async (answer: Parameters<typeof lastReward>[1]) =>
    (await lastReward(domain.db, answer)).state;

  it('keeps what quiet days would release, until it is lifted', async () => {
    const answer = await kept('helper', REPORT);

    await quietDaysGoBy();
    expect(await stateOf(answer)).to.equal('held');

    await lift(REPORT.ref);
    expect(await stateOf(answer)).to.equal('released');
  });

  it('keeps what a passed audit would release, until the last one is lifted', async () => {
    const answer = await kept('newcomer', { ...REPORT, ref: 'report:7' }, CASE);

    await decide(await aModerator(domain.owner), answer, 'pass');
    await lift(REPORT.ref);
    expect(await stateOf(answer)).to.equal('held');

    await lift(CASE.ref);
    expect(await stateOf(answer)).to.equal('released');
  });

  it('releases nothing when it is lifted before anything else would have', async () => {
    const answer = await kept('newcomer', CASE);

    await lift(CASE.ref);

    expect(await stateOf(answer)).to.equal('held');
  });

  it('leaves a failed audit its say', async () => {
    const answer = await kept('newcomer', CASE);

    await decide(await aModerator(domain.owner), answer, 'fail');
    await lift(CASE.ref);

    expect(await stateOf(answer)).to.equal('voided');
  });

  it('is one, however often it is placed', async () => {
    const answer = await kept('helper', CASE, CASE);

    await lift(CASE.ref);
    await quietDaysGoBy();

    expect(await stateOf(answer)).to.equal('released');
  });
});
