import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import { memberAccount } from '#src/ledger/accounts.ts';
import { deriveBalance } from '#src/ledger/balances.ts';
import { post } from '#src/ledger/transfers.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { decideAppeal } from '#src/moderation/appeals/decide-appeal.ts';
import { readOverturned } from '#src/moderation/appeals/read-overturned.ts';
import { callAudit } from '#src/moderation/audits/call-audit.ts';
import { undoVerdict } from '#src/moderation/audits/undo-verdict.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { imposeSanction } from '#src/moderation/sanctions/impose-sanction.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator, anAnswer } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  anAcceptedAnswer,
  lastAcceptance,
  lastAudit,
  lastReward,
  rewarding,
} from '#test/support/rewarding.ts';
import { holdingsOf, markdown, movesOf } from '../desk.ts';
import { appealing } from './appealing.ts';

const DAY = 86_400_000;

describe('An appeal', () => {
  const domain = aDomain({ connections: 6 });
  const { decide, withdraw } = rewarding(domain);
  const { appeal, decideOn, failOf, removalOf } = appealing(domain);
  let hannah: MemberRow;
  let marcus: MemberRow;
  let nadia: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.owner, { name: 'Hannah' });
    marcus = await aModerator(domain.owner, { name: 'Marcus' });
    nadia = await aModerator(domain.owner, { name: 'Nadia' });
  });
  beforeEach(() => {
    domain.itIsNow('2026-02-15T12:00:00Z');
  });

  const later = (days: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + days * DAY));
  };
  const remove = (answer: AnswerRow, by = hannah) =>
    domain.perform(by, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'unsafe', note: '' }),
    );
  const call = (answer: AnswerRow, by = nadia) =>
    domain.perform(by, (work) => callAudit(work, answer.id));
  const aFailedAnswer = async (people = {}) => {
    const accepted = await anAcceptedAnswer(domain, people);
    await decide(hannah, accepted.answer, 'fail');
    later(40);
    return { ...accepted, subject: await failOf(accepted.answer) };
  };
  const aRemovedAnswer = async () => {
    const accepted = await anAcceptedAnswer(domain);
    await decide(marcus, accepted.answer, 'pass');
    later(40);
    await remove(accepted.answer);
    return { ...accepted, subject: await removalOf(accepted.answer) };
  };
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

  describe('that is won', () => {
    afterEach(() => expectBooksToMatchStates(domain.db));

    it('pays what a fail had voided, forty days later', async () => {
      const { helper, answer, subject } = await aFailedAnswer();

      await decideOn(marcus, await appeal(helper, subject), 'overturned');

      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
      expect(await lastReward(domain.db, answer)).to.include({
        ...{ state: 'released', because: 'audit-passed', turn: 1 },
      });
      expect(await movesOf(domain, answer)).to.deep.equal([
        ...['reward.hold', 'reward.void', 'reversal', 'reward.release'],
      ]);
    });

    it('gives back what a fail had clawed back', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await decide(marcus, answer, 'pass');
      later(1);
      await call(answer);
      await decide(hannah, answer, 'fail');
      later(40);

      const third = await aModerator(domain.owner);
      await decideOn(third, await appeal(helper, await failOf(answer)), 'overturned');

      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
      expect((await lastReward(domain.db, answer)).because).to.equal('audit-passed');
    });

    it('puts back what was removed, with the same acceptance, audit and reward', async () => {
      const { helper, answer, subject } = await aRemovedAnswer();
      const before = await lastAcceptance(domain.db, answer);
      expect(await holdingsOf(domain, helper)).to.include({ available: 0n });

      await decideOn(nadia, await appeal(helper, subject), 'overturned');

      const after = await lastAcceptance(domain.db, answer);
      expect(after.id).to.equal(before.id);
      expect(after.withdrawn_at).to.equal(null);
      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    });

    it('puts an audit that waited back where it waited', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      await remove(answer);
      later(1);

      await decideOn(marcus, await appeal(helper, await removalOf(answer)), 'overturned');

      expect((await lastAudit(domain.db, answer)).state).to.equal('waiting');
      expect((await lastReward(domain.db, answer)).state).to.equal('held');
      await decide(nadia, answer, 'pass');
      expect(await holdingsOf(domain, helper)).to.include({ available: 50n });
    });

    it('leaves the acceptance alone where the asker has since accepted another', async () => {
      const { asker, helper, question, answer, subject } = await aRemovedAnswer();
      const other = await anAnswer(domain.owner, { question_id: question.id });
      await domain.perform(asker, (work) => acceptAnswer(work, other.id));

      await decideOn(nadia, await appeal(helper, subject), 'overturned');

      const restored = await domain.db('answers').where({ id: answer.id }).first();
      expect(restored?.removed_at).to.equal(null);
      expect((await lastReward(domain.db, answer)).state).to.equal('clawed-back');
    });

    it('pays nothing while a second fail stands, and all once that has fallen, too', async () => {
      const { helper, answer, subject } = await aFailedAnswer();
      await call(answer);
      await decide(marcus, answer, 'fail');
      later(1);
      const second = await failOf(answer);
      const [one, two] = [await aModerator(domain.owner), await aModerator(domain.owner)];

      await decideOn(one, await appeal(helper, subject), 'overturned');
      expect((await lastReward(domain.db, answer)).state).to.equal('voided');

      await decideOn(two, await appeal(helper, second), 'overturned');
      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    });

    it('counts for a later reinstatement where the acceptance has ended since', async () => {
      const { helper, answer, subject } = await aFailedAnswer();
      await remove(answer, marcus);
      await decideOn(nadia, await appeal(helper, subject), 'overturned');
      expect((await lastReward(domain.db, answer)).state).to.equal('voided');

      const third = await aModerator(domain.owner);
      await decideOn(third, await appeal(helper, await removalOf(answer)), 'overturned');

      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    });

    it('pays what a sanction alone had refused, and not what another refused as well', async () => {
      const helper = await aMember(domain.owner);
      const impose = (days: number) =>
        domain.perform(hannah, (work) =>
          imposeSanction(work, helper.id, {
            ...{ kind: 'limited', reason: 'spam', note: '' },
            until: new Date(domain.now().getTime() + days * DAY),
          }),
        );
      const wrong = await impose(20);
      const first = await anAcceptedAnswer(domain, { helper });
      later(5);
      await impose(5);
      const second = await anAcceptedAnswer(domain, { helper });
      later(40);

      const opened = await appeal(helper, `sanction:${String(wrong.id)}`);
      await decideOn(marcus, opened, 'overturned');

      expect((await lastReward(domain.db, first.answer)).state).to.equal('held');
      expect((await lastReward(domain.db, second.answer)).refusal).to.equal('sanctioned');
    });
  });

  it('that is won gives the level that the checks would have earned, and no lower one', async () => {
    const helper = await aMember(domain.owner);
    const failed = await aFailedAnswer({ helper });
    for (let count = 0; count < 4; count += 1) {
      const { answer } = await anAcceptedAnswer(domain, { helper });
      await decide(marcus, answer, 'pass');
    }
    const levelOf = async () =>
      (await domain.db('members').where({ id: helper.id }).first('level'))?.level;
    expect(await levelOf()).to.equal('newcomer');
    const last = await anAcceptedAnswer(domain, { helper });
    await decide(hannah, last.answer, 'fail');
    later(1);

    await decideOn(marcus, await appeal(helper, failed.subject), 'overturned');

    expect(await levelOf()).to.equal('helper');
  });

  it('that is lost leaves everything as it is', async () => {
    const { helper, answer, subject } = await aFailedAnswer();

    await decideOn(marcus, await appeal(helper, subject), 'upheld');

    expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
    expect(await movesOf(domain, answer)).to.deep.equal(['reward.hold', 'reward.void']);
    const mail = await domain
      .db('mails')
      .where({ member_id: helper.id, kind: 'appeal-decided' })
      .first();
    expect(mail?.text_body).to.include('it stands').and.to.include('It was right all along.');
  });

  it('is for whoever the decision is about; to others there is none', async () => {
    const { asker, helper, subject } = await aFailedAnswer();

    for (const [member, about] of [
      [asker, subject],
      [helper, 'verdict:999999'],
      [helper, 'nonsense'],
    ] as const) {
      expect(await outcomeOf(appeal(member, about))).to.be.instanceOf(NotFound);
    }
  });

  it('is refused for a pass, and for a fail that may yet be undone', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    await decide(hannah, answer, 'fail');
    const subject = await failOf(answer);
    expect(await outcomeOf(appeal(helper, subject))).to.be.instanceOf(Conflict);

    const { helper: other, answer: passed } = await anAcceptedAnswer(domain);
    await decide(hannah, passed, 'pass');
    later(1);
    expect(await outcomeOf(appeal(other, await failOf(passed)))).to.be.instanceOf(NotFound);
  });

  it('is made within six calendar months of the operator, to the end of the day', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    domain.itIsNow('2026-03-31T22:30:00Z'); // 23:30 in London
    await decide(hannah, answer, 'fail');
    const subject = await failOf(answer);

    domain.itIsNow('2026-09-30T23:00:01Z'); // midnight has passed in London
    expect(await outcomeOf(appeal(helper, subject))).to.be.instanceOf(NotAllowed);
    domain.itIsNow('2026-09-30T22:59:59Z');
    expect(await outcomeOf(appeal(helper, subject))).to.not.be.instanceOf(Error);
  });

  it('waits once for each decision, however often it is sent at the same moment', async () => {
    const { helper, subject } = await aFailedAnswer();

    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(appeal(helper, subject))));

    expect(outcomes.filter((one) => one instanceof Conflict)).to.have.length(2);
    expect(await domain.db('appeals').where({ subject })).to.have.length(1);
  });

  it('is decided twice at most, each time by somebody else', async () => {
    const { helper, subject } = await aFailedAnswer();
    await decideOn(marcus, await appeal(helper, subject), 'upheld');
    const again = await appeal(helper, subject);

    expect(await outcomeOf(decideOn(hannah, again, 'upheld'))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(decideOn(marcus, again, 'upheld'))).to.be.instanceOf(NotAllowed);
    await decideOn(nadia, again, 'upheld');
    expect(await outcomeOf(appeal(helper, subject))).to.be.instanceOf(Conflict);
  });

  it('cannot be decided by whoever decided, in the database either', async () => {
    const { helper, subject } = await aFailedAnswer();
    const { id } = await appeal(helper, subject);
    const decided = { decision: 'upheld', reason: 'Mine.', decided_at: domain.now() } as const;
    const write = (by: MemberRow, barred?: number[]) =>
      outcomeOf(
        domain
          .owner('appeals')
          .where({ id })
          .update({ ...decided, decided_by: by.id, ...(barred && { barred }) }),
      );

    expect(String(await write(hannah))).to.match(/somebody else than before/);
    expect(String(await write(helper))).to.match(/appeals_are_decided_by_another/);
    expect(String(await write(hannah, []))).to.match(/somebody else than before/);
  });

  it('is decided by one of two who decide at the same moment, who is named to the other', async () => {
    const { helper, subject } = await aFailedAnswer();
    const opened = await appeal(helper, subject);

    const outcomes = await Promise.all([
      outcomeOf(decideOn(marcus, opened, 'overturned')),
      outcomeOf(decideOn(nadia, opened, 'upheld')),
    ]);

    const refused = outcomes.filter((one) => one instanceof Conflict);
    expect(refused).to.have.length(1);
    expect(String(refused[0])).to.match(/(Marcus|Nadia) has already/);
    await expectBooksToMatchStates(domain.db);
  });

  it('needs a reason, and cannot be undone as a verdict can', async () => {
    const { helper, answer, subject } = await aFailedAnswer();
    const opened = await appeal(helper, subject);
    await decideOn(marcus, opened, 'overturned');
    const audit = await lastAudit(domain.db, answer);

    const undo = domain.perform(marcus, (work) => undoVerdict(work, audit.id));
    expect(await outcomeOf(undo)).to.be.instanceOf(Conflict);

    const other = await aFailedAnswer();
    const { id } = await appeal(other.helper, other.subject);
    const silent = { decision: 'upheld', reason: ' ', note: '' } as const;
    expect(
      await outcomeOf(domain.perform(nadia, (work) => decideAppeal(work, markdown, id, silent))),
    ).to.be.instanceOf(Invalid);
  });

  it('that is won counts against the rule', async () => {
    domain.itIsNow('2027-05-01T12:00:00Z');
    const first = await anAcceptedAnswer(domain);
    const second = await anAcceptedAnswer(domain);
    for (const { answer } of [first, second]) await decide(hannah, answer, 'fail');
    later(1);
    await decideOn(marcus, await appeal(first.helper, await failOf(first.answer)), 'overturned');
    await appeal(second.helper, await failOf(second.answer));

    const rules = await readOverturned(domain.db, {
      from: new Date('2027-05-01Z'),
      before: new Date('2027-06-01Z'),
    });

    expect(rules).to.deep.equal([
      {
        ...{ kind: 'verdict', ground: 'wrong', decided: 2 },
        ...{ appealed: 2, waiting: 1, overturned: 1 },
      },
    ]);
    await withdraw(second.asker, second.answer);
  });

  describe('after a payout', () => {
    it('that is won gives back what later rewards have repaid of a debt', async () => {
      const { helper, answer } = await anAcceptedAnswer(domain);
      const other = await anAcceptedAnswer(domain, { helper });
      await decide(marcus, answer, 'pass');
      await spend(helper, 50n);
      later(1);
      await call(answer);
      await decide(hannah, answer, 'fail');
      later(1);
      await decide(marcus, other.answer, 'pass');
      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });

      const third = await aModerator(domain.owner);
      await decideOn(third, await appeal(helper, await failOf(answer)), 'overturned');

      expect(await holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
      const debt = await domain.db('reward_debts').where({ member_id: helper.id }).first();
      expect(debt?.owed_minor).to.equal(0n);
      expect(await deriveBalance(domain.db, 'receivable:clawback')).to.equal(0n);
    });
  });
});
