import { expect } from 'chai';

import { CLAWBACK_RECEIVABLE, memberAccount } from '#src/ledger/accounts.ts';
import { deriveBalance, readHoldings } from '#src/ledger/balances.ts';
import { post } from '#src/ledger/transfers.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost, restorePost } from '#src/moderation/posts/remove-post.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import { anAcceptedAnswer, lastAudit, lastReward, rewarding } from '#test/support/rewarding.ts';

describe('Taking a reward back', () => {
  const domain = aDomain();
  const { decide, withdraw, undo } = rewarding(domain);
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.owner);
  });

  const aReleasedReward = async (helper?: MemberRow) => {
    const accepted = await anAcceptedAnswer(domain, helper ? { helper } : {});
    await decide(moderator, accepted.answer, 'pass');
    return accepted;
  };
  const holdings = async ({ id }: MemberRow) => readHoldings(domain.db, id);
  const owed = async ({ id }: MemberRow) =>
    (await domain.db('reward_debts').where({ member_id: id }).first())?.owed_minor ?? 0n;

  describe('while it is held', () => {
    afterEach(() => expectBooksToMatchStates(domain.db));

    it('voids it when the audit fails', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);

      await decide(moderator, answer, 'fail');

      expect(await lastReward(domain.db, answer)).to.include({
        ...{ state: 'voided', because: 'audit-failed', pending_transfer_id: null },
      });
      expect((await holdings(helper)).pending).to.equal(0n);
    });

    it('voids it when the asker withdraws, and nothing is left to audit', async () => {
      const { asker, helper, answer } = await anAcceptedAnswer(domain);

      await withdraw(asker, answer);

      expect(await lastReward(domain.db, answer)).to.include({
        ...{ state: 'voided', because: 'withdrawn' },
      });
      expect((await lastAudit(domain.db, answer)).state).to.equal('cancelled');
      expect((await holdings(helper)).pending).to.equal(0n);
    });

    it('voids it when staff remove the answer, and earns it anew when they restore it', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      const reason = { reason: 'unsafe', note: '' } as const;

      await domain.perform(moderator, (work) => removePost(work, { answer: answer.id }, reason));
      expect(await lastReward(domain.db, answer)).to.include({ because: 'removed' });
      expect((await holdings(helper)).pending).to.equal(0n);
      await domain.perform(moderator, (work) =>
        restorePost(work, { answer: answer.id }, 'It was right'),
      );

      expect(await lastReward(domain.db, answer)).to.include({ state: 'held' });
      expect((await holdings(helper)).pending).to.equal(50n);
    });
  });

  describe('after it was released', () => {
    it('claws it back from the balance', async () => {
      const { asker, helper, answer } = await aReleasedReward();

      await withdraw(asker, answer);

      expect(await lastReward(domain.db, answer)).to.include({
        ...{ state: 'clawed-back', because: 'withdrawn' },
      });
      expect(await holdings(helper)).to.include({ pending: 0n, available: 0n });
      expect(await owed(helper)).to.equal(0n);
      await expectBooksToMatchStates(domain.db);
    });

    it('does nothing more to what has ended already', async () => {
      const { asker, helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'fail');

      await withdraw(asker, answer);

      expect(await lastReward(domain.db, answer)).to.include({
        ...{ state: 'voided', because: 'audit-failed' },
      });
      expect((await holdings(helper)).pending).to.equal(0n);
    });

    it('takes what is left of a balance that was used, and the rest is owed', async () => {
      const { asker, helper, answer } = await aReleasedReward();
      const receivable = await deriveBalance(domain.db, CLAWBACK_RECEIVABLE);
      await spend(helper, 30n);

      await withdraw(asker, answer);

      expect((await holdings(helper)).available).to.equal(0n);
      expect(await owed(helper)).to.equal(30n);
      expect(await deriveBalance(domain.db, CLAWBACK_RECEIVABLE)).to.equal(receivable - 30n);
    });

    it('leaves all of it owed where nothing is left', async () => {
      const { asker, helper, answer } = await aReleasedReward();
      await spend(helper, 50n);

      await withdraw(asker, answer);

      expect((await holdings(helper)).available).to.equal(0n);
      expect(await owed(helper)).to.equal(50n);
    });

    it('lets later rewards repay what is owed first, and then pays again', async () => {
      const { asker, helper, answer } = await aReleasedReward();
      await spend(helper, 50n);
      await withdraw(asker, answer);
      const more = await aReleasedReward();
      await spend(more.helper, 20n);
      await withdraw(more.asker, more.answer);

      await aReleasedReward(helper);
      await aReleasedReward(more.helper);

      expect([await owed(helper), (await holdings(helper)).available]).to.deep.equal([0n, 0n]);
      expect([await owed(more.helper), (await holdings(more.helper)).available]).to.deep.equal([
        ...[0n, 30n],
      ]);
      await aReleasedReward(helper);
      expect((await holdings(helper)).available).to.equal(50n);
    });

    it('gives a repayment back when the release that made it is undone', async () => {
      const { asker, helper, answer } = await aReleasedReward();
      await spend(helper, 30n);
      await withdraw(asker, answer);
      const next = await aReleasedReward(helper);
      expect([await owed(helper), (await holdings(helper)).available]).to.deep.equal([0n, 20n]);

      await undo(moderator, next.answer);

      expect(await owed(helper)).to.equal(30n);
      expect(await holdings(helper)).to.include({ pending: 50n, available: 0n });
    });

    after(async () => {
      const broken = (await verifyLedger(domain.db)).filter((finding) => finding.broken > 0n);
      expect(broken).to.deep.equal([]);
    });
  });

  /** As if credit had been paid out: no test of rewards knows more about payouts than that. */
  async function spend({ id }: MemberRow, amount: bigint): Promise<void> {
    const [maker, checker] = [await aFinancePerson(domain.owner), await aMember(domain.owner)];
    await domain.perform(maker, (work) =>
      post(work, {
        ...{ key: `spent.${String(id)}.${String(checker.id)}`, event: 'adjustment', amount },
        ...{ debit: memberAccount(id, 'available'), credit: 'clearing:billing' },
        ...{ ref: `member:${String(id)}`, approverId: checker.id },
      }),
    );
  }
});
