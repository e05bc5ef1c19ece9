import { expect } from 'chai';

import { readHoldings } from '#src/ledger/balances.ts';
import { markVerified } from '#src/members/verify-email.ts';
import { callAudit } from '#src/moderation/audits/call-audit.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { aPractisedMember } from '#test/support/practised.ts';
import { anAcceptedAnswer, lastReward, publishRules, rewarding } from '#test/support/rewarding.ts';

const DAY = 86_400_000;

describe('Releasing a reward', () => {
  const domain = aDomain({ connections: 20 });
  const { decide, withdraw } = rewarding(domain);
  const readState = async (answer: Parameters<typeof lastReward>[1]) => {
    const { state, because } = await lastReward(domain.db, answer);
    return because === null ? state : `${state}, ${because}`;
  };

  before(() =>
    publishRules(domain.owner, { effective_from: new Date('2026-01-01Z'), helper_share: 0 }),
  );
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const releaseDue = () => releaseDueRewards(domain.db, domain.perform, domain.now());
  const later = (days: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + days * DAY));
  };
  const undrawn = async () =>
    anAcceptedAnswer(domain, { helper: await aPractisedMember(domain.owner) });
  const unverified = async (level: 'newcomer' | 'helper') =>
    anAcceptedAnswer(domain, {
      helper:
        level === 'helper'
          ? await aPractisedMember(domain.owner, { email_verified_at: null })
          : await aMember(domain.owner, { email_verified_at: null }),
    });
  const verify = ({ helper }: Awaited<ReturnType<typeof undrawn>>) =>
    domain.perform('visitor', (work) => markVerified(work, helper.id));

  describe('after an audit', () => {
    for (const [verdict, because] of [
      ['pass', 'audit-passed'],
      ['fix', 'audit-fixed'],
    ] as const) {
      it(`that ended with ${verdict}`, async () => {
        const { helper, answer } = await anAcceptedAnswer(domain);

        await decide(await aModerator(domain.owner), answer, verdict);

        expect(await readState(answer)).to.equal(`released, ${because}`);
        expect(await readHoldings(domain.db, helper.id)).to.include({
          ...{ pending: 0n, available: 50n },
        });
      });
    }

    it('never while the audit is to come, however many days go by', async () => {
      const { answer } = await anAcceptedAnswer(domain);
      later(60);

      await releaseDue();

      expect(await readState(answer)).to.equal('held');
    });
  });

  describe('after quiet days', () => {
    it('when they are over, and not a moment before', async () => {
      const { helper, answer } = await undrawn();

      later(7 - 1 / DAY);
      await releaseDue();
      expect(await readState(answer)).to.equal('held');
      later(1 / DAY);
      await releaseDue();

      expect(await readState(answer)).to.equal('released, quiet-days');
      expect((await readHoldings(domain.db, helper.id)).available).to.equal(50n);
    });

    it('once, when ten workers look at the same moment', async () => {
      const { helper } = await undrawn();
      later(8);

      const cleared = await Promise.all(Array.from({ length: 10 }, releaseDue));

      expect(cleared.reduce((sum, count) => sum + count)).to.equal(1);
      expect((await readHoldings(domain.db, helper.id)).available).to.equal(50n);
    });

    it('not when a moderator has called for an audit meanwhile', async () => {
      const { answer } = await undrawn();
      const moderator = await aModerator(domain.owner);
      later(1);
      await domain.perform(moderator, (work) => callAudit(work, answer.id));
      later(8);

      await releaseDue();
      expect(await readState(answer)).to.equal('held');
      await decide(moderator, answer, 'pass');

      expect(await readState(answer)).to.equal('released, audit-passed');
    });

    it('not when the acceptance was withdrawn meanwhile', async () => {
      const { asker, helper, answer } = await undrawn();
      await withdraw(asker, answer);
      later(8);

      await releaseDue();

      expect(await readState(answer)).to.equal('voided, withdrawn');
      expect((await readHoldings(domain.db, helper.id)).available).to.equal(0n);
    });
  });

  describe('waits for the member’s e-mail to be verified', () => {
    it('after a passed audit', async () => {
      const accepted = await unverified('newcomer');
      await decide(await aModerator(domain.owner), accepted.answer, 'pass');
      expect(await readState(accepted.answer)).to.equal('held');

      await verify(accepted);

      expect(await readState(accepted.answer)).to.equal('released, audit-passed');
      expect((await readHoldings(domain.db, accepted.helper.id)).available).to.equal(50n);
    });

    it('after quiet days', async () => {
      const accepted = await unverified('helper');
      later(8);
      await releaseDue();
      expect(await releaseDue()).to.equal(0);
      expect(await readState(accepted.answer)).to.equal('held');

      await verify(accepted);

      expect(await readState(accepted.answer)).to.equal('released, quiet-days');
    });

    it('and nothing else is released by it', async () => {
      const accepted = await unverified('newcomer');

      await verify(accepted);

      expect(await readState(accepted.answer)).to.equal('held');
    });

    it('and an audit that is called meanwhile comes first', async () => {
      const accepted = await unverified('helper');
      const moderator = await aModerator(domain.owner);
      later(8);
      await releaseDue();
      await domain.perform(moderator, (work) => callAudit(work, accepted.answer.id));

      await verify(accepted);

      expect(await readState(accepted.answer)).to.equal('held');
    });
  });
});
