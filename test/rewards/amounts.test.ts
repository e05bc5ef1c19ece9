import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import { Conflict } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import {
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
} from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  anAcceptedAnswer,
  lastAudit,
  lastReward,
  publishRules,
  rewarding,
} from '#test/support/rewarding.ts';

describe('What an accepted answer is worth', () => {
  const domain = aDomain();
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  it('is held from the moment of the acceptance, and spent by nobody yet', async () => {
    const { helper, asker, answer } = await anAcceptedAnswer(domain);

    expect(await lastReward(domain.db, answer)).to.include({
      ...{ state: 'held', amount_minor: 50n, member_id: helper.id, asker_id: asker.id },
      ...{ refusal: null, month: '2026-01', turn: 0 },
    });
    expect(await readHoldings(domain.db, helper.id)).to.deep.equal({
      ...{ pending: 50n, available: 0n, inTransit: 0n },
    });
  });

  it('is one reward, however often the same answer is accepted', async () => {
    const { asker, helper, answer } = await anAcceptedAnswer(domain);

    await rewarding(domain).accept(asker, answer);

    expect((await readHoldings(domain.db, helper.id)).pending).to.equal(50n);
  });

  it('is what the rules say that are in force, and stays what it was', async () => {
    domain.itIsNow('2026-02-10T12:00:00Z');
    const old = await anAcceptedAnswer(domain);
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-02-11Z'), accepted_answer_minor: 75n, hold_days: 3 },
    });
    const lastOfTheOld = await anAcceptedAnswer(domain);
    domain.itIsNow('2026-02-11T00:00:00Z');

    const first = await anAcceptedAnswer(domain);
    await rewarding(domain).decide(await aModerator(domain.owner), old.answer, 'pass');

    const amounts = await Promise.all(
      [old, lastOfTheOld, first].map(({ answer }) => lastReward(domain.db, answer)),
    );
    expect(amounts.map(({ amount_minor }) => amount_minor)).to.deep.equal([50n, 50n, 75n]);
    expect(amounts[2]?.hold_until).to.deep.equal(new Date('2026-02-14Z'));
    expect((await readHoldings(domain.db, old.helper.id)).available).to.equal(50n);
  });

  it('is nothing for an answer to one’s own question, which is not audited either', async () => {
    const asker = await aMember(domain.owner);
    const question = await aQuestion(domain.owner, { author_id: asker.id });
    const answer = await anAnswer(domain.owner, { question_id: question.id, author_id: asker.id });

    await rewarding(domain).accept(asker, answer);

    expect(await lastReward(domain.db, answer)).to.include({
      ...{ state: 'refused', refusal: 'own-question', amount_minor: 0n },
    });
    expect(await lastAudit(domain.db, answer).catch(() => 'none')).to.equal('none');
    expect((await readHoldings(domain.db, asker.id)).pending).to.equal(0n);
  });

  for (const role of ['moderator', 'finance', 'admin'] as const) {
    it(`is nothing for somebody of the role ${role}`, async () => {
      const helper = await aMember(domain.owner, { role });

      const { answer } = await anAcceptedAnswer(domain, { helper });

      expect(await lastReward(domain.db, answer)).to.include({ refusal: 'staff' });
      expect((await readHoldings(domain.db, helper.id)).pending).to.equal(0n);
    });
  }

  it('goes to the other author when another answer is accepted instead', async () => {
    const { asker, helper, question, answer } = await anAcceptedAnswer(domain);
    const rival = await aMember(domain.owner);
    const other = await anAnswer(domain.owner, { question_id: question.id, author_id: rival.id });

    await rewarding(domain).accept(asker, other);

    expect((await lastReward(domain.db, answer)).state).to.equal('voided');
    expect((await readHoldings(domain.db, helper.id)).pending).to.equal(0n);
    expect((await readHoldings(domain.db, rival.id)).pending).to.equal(50n);
  });

  it('is decided anew when an answer is withdrawn and accepted again', async () => {
    const { asker, helper, answer } = await anAcceptedAnswer(domain);
    const first = await lastReward(domain.db, answer);

    await rewarding(domain).withdraw(asker, answer);
    await rewarding(domain).accept(asker, answer);

    const second = await lastReward(domain.db, answer);
    expect(second.id).to.not.equal(first.id);
    expect((await readHoldings(domain.db, helper.id)).pending).to.equal(50n);
  });

  for (const removed of ['questions', 'answers'] as const) {
    it(`is nothing where staff have removed one of the ${removed}: it can’t be accepted`, async () => {
      const { asker, question, answer } = await anAnsweredQuestion(domain.owner);
      const { id } = removed === 'questions' ? question : answer;
      await domain
        .owner(removed)
        .where({ id: id as never })
        .update({ removed_at: domain.now() });

      expect(await outcomeOf(rewarding(domain).accept(asker, answer))).to.be.instanceOf(Conflict);
      expect(await domain.db('acceptances').where({ answer_id: answer.id })).to.deep.equal([]);
    });
  }

  it('is undone with the acceptance where what follows from it fails', async () => {
    const { asker, answer } = await anAnsweredQuestion(domain.owner);

    const failing = domain.perform(asker, async (work) => {
      await acceptAnswer(work, answer.id);
      throw new Error('the rest of the work fails');
    });

    await failing.catch(() => undefined);
    expect(await domain.db('acceptances').where({ answer_id: answer.id })).to.deep.equal([]);
  });
});
