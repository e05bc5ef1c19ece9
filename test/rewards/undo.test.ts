import { expect } from 'chai';

import { memberAccount } from '#src/ledger/accounts.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import { post } from '#src/ledger/transfers.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import { markVerified } from '#src/members/verify-email.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { callAudit } from '#src/moderation/audits/call-audit.ts';
import { Conflict } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aFinancePerson, aMember, aModerator } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  anAcceptedAnswer,
  lastAcceptance,
  lastAudit,
  lastReward,
  rewarding,
} from '#test/support/rewarding.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { undoVerdict } from '#src/moderation/audits/undo-verdict.ts';

describe('Undoing a verdict', () => {
  const domain = aDomain();
  const { accept, decide, undo, withdraw } = rewarding(domain);
  let moderator: MemberRow;
  let colleague: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.owner);
    colleague = await aModerator(domain.owner);
  });

  const holdings = async ({ id }: MemberRow) => {
    const { pending, available } = await readHoldings(domain.db, id);
    return [pending, available];
  };
  const keysOf = async (answer: AnswerRow) => {
    const { id } = await lastAcceptance(domain.db, answer);
    const transfers = await domain
      .db('ledger_transfers')
      .where({ ref: `acceptance:${String(id)}` })
      .orderBy('id');
    return transfers.map(({ key }) => key.replace(`reward.${String(id)}.`, ''));
  };
  const later = (seconds: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + seconds * 1000));
  };
  const call = (answer: AnswerRow, by = moderator) =>
    domain.perform(by, (work) => callAudit(work, answer.id));

  describe('gives back exactly what it moved:', () => {
    afterEach(() => expectBooksToMatchStates(domain.db));

    it('a release waits again', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');

      await undo(moderator, answer);

      expect(await holdings(helper)).to.deep.equal([50n, 0n]);
      expect(await lastReward(domain.db, answer)).to.include({
        ...{ state: 'held', because: null, cleared_because: null, turn: 1, audit_drawn: true },
      });
      expect((await lastAudit(domain.db, answer)).state).to.equal('waiting');
    });

    it('a void waits again', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'fail');
      expect(await holdings(helper)).to.deep.equal([0n, 0n]);

      await undo(moderator, answer);

      expect(await holdings(helper)).to.deep.equal([50n, 0n]);
    });

    it('every turn has keys of its own, and the last word counts', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);

      await decide(moderator, answer, 'pass');
      await undo(moderator, answer);
      await decide(moderator, answer, 'fail');
      await undo(moderator, answer);
      await decide(colleague, answer, 'pass');

      expect(await keysOf(answer)).to.deep.equal([
        ...['hold', 'release', 'release.undone', 't1.void', 't1.void.undone', 't2.release'],
      ]);
      expect(await holdings(helper)).to.deep.equal([0n, 50n]);
    });

    it('a withdrawal after it voids what waits again', async () => {
      const { asker, helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');
      await undo(moderator, answer);

      await withdraw(asker, answer);
      await accept(asker, answer);

      expect(await holdings(helper)).to.deep.equal([50n, 0n]);
    });

    it('a release that came with the e-mail’s verification waits again', async () => {
      const helper = await aMember(domain.owner, { email_verified_at: null });
      const { answer } = await anAcceptedAnswer(domain, { helper });
      await decide(moderator, answer, 'pass');
      later(10);
      await domain.perform('visitor', (work) => markVerified(work, helper.id));
      later(10);

      await undo(moderator, answer);

      expect(await holdings(helper)).to.deep.equal([50n, 0n]);
    });

    it('a pass that still waited for the e-mail’s verification is forgotten', async () => {
      const helper = await aMember(domain.owner, { email_verified_at: null });
      const { answer } = await anAcceptedAnswer(domain, { helper });
      await decide(moderator, answer, 'pass');

      await undo(moderator, answer);
      await domain.perform('visitor', (work) => markVerified(work, helper.id));

      expect(await holdings(helper)).to.deep.equal([50n, 0n]);
    });

    it('a clawback is there to spend again', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');
      later(60);
      await call(answer);
      await decide(colleague, answer, 'fail');
      expect(await holdings(helper)).to.deep.equal([0n, 0n]);

      await undo(colleague, answer);

      expect(await holdings(helper)).to.deep.equal([0n, 50n]);
      expect(await lastReward(domain.db, answer)).to.include({ because: 'audit-passed' });
    });

    it('nothing, where a pass had nothing to release', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');
      later(60);
      await call(answer);
      await decide(colleague, answer, 'pass');

      await undo(colleague, answer);

      expect(await holdings(helper)).to.deep.equal([0n, 50n]);
      expect(await keysOf(answer)).to.deep.equal(['hold', 'release']);
    });
  });

  it('nothing, where an earlier verdict had failed the answer already', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    await decide(moderator, answer, 'fail');
    later(60);
    await call(answer, colleague);
    await decide(colleague, answer, 'pass');

    await undo(colleague, answer);

    expect(await holdings(helper)).to.deep.equal([0n, 0n]);
    expect(await keysOf(answer)).to.deep.equal(['hold', 'void']);
  });

  describe('is refused', () => {
    it('once another audit of the answer was called', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');
      const { id } = await lastAudit(domain.db, answer);
      await call(answer, colleague);

      const refused = await outcomeOf(domain.perform(moderator, (work) => undoVerdict(work, id)));

      expect(refused).to.be.instanceOf(Conflict);
      expect(await holdings(helper)).to.deep.equal([0n, 50n]);
    });

    it('after thirty seconds', async () => {
      const { answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');
      later(31);

      expect(await outcomeOf(undo(moderator, answer))).to.be.instanceOf(Conflict);
      expect((await lastReward(domain.db, answer)).state).to.equal('released');
    });

    it('once the acceptance was withdrawn', async () => {
      const { asker, helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');
      await withdraw(asker, answer);

      expect(await outcomeOf(undo(moderator, answer))).to.be.instanceOf(Conflict);
      expect(await holdings(helper)).to.deep.equal([0n, 0n]);
    });

    it('once the credit has been used', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await decide(moderator, answer, 'pass');
      await spend(helper, 10n);

      expect(await outcomeOf(undo(moderator, answer))).to.be.instanceOf(Conflict);
      expect(await holdings(helper)).to.deep.equal([0n, 40n]);
    });

    it('once a later reward has repaid what it had left owed', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      const other = await anAcceptedAnswer(domain, { helper });
      await decide(moderator, answer, 'pass');
      await spend(helper, 50n);
      later(60);
      await call(answer);
      await decide(colleague, answer, 'fail');
      await decide(moderator, other.answer, 'pass');

      expect(await outcomeOf(undo(colleague, answer))).to.be.instanceOf(Conflict);
      expect((await lastReward(domain.db, answer)).state).to.equal('clawed-back');
    });
  });

  it('leaves nothing for the quiet days to release', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    await decide(moderator, answer, 'pass');
    await undo(moderator, answer);
    later(86_400 * 30);

    await releaseDueRewards(domain.db, domain.perform, domain.now());

    expect(await holdings(helper)).to.deep.equal([50n, 0n]);
  });

  /** As if credit had been paid out. */
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
