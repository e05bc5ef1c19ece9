import { expect } from 'chai';

import { readHoldings } from '#src/ledger/balances.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { callAudit } from '#src/moderation/audits/call-audit.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { NotFound, Refusal } from '#src/refusals.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aMember, aModerator, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, publishRules, rewarding } from '#test/support/rewarding.ts';

/*
 * Many hands on real connections. Whatever order PostgreSQL lets them through in, the books must
 * match the states, and nobody may be answered by a failure of ours: expected noes are refusals.
 */
describe('Under many hands', function () {
  this.timeout(60_000);
  const domain = aDomain({ connections: 40 });
  const { accept, withdraw, decide, undo } = rewarding(domain);
  let moderator: MemberRow;
  let colleague: MemberRow;

  before(async () => {
    colleague = await aModerator(domain.owner);
    moderator = await aModerator(domain.owner);
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), monthly_cap_minor: 1_000_000n, hold_days: 0 },
      ...{ pair_limit: 1_000_000, helper_share: 0 },
    });
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const acceptancesOf = (answer: AnswerRow) =>
    domain.db('acceptances').where({ question_id: answer.question_id });
  const live = async (answer: AnswerRow) =>
    (await acceptancesOf(answer)).filter(({ withdrawn_at }) => withdrawn_at === null);
  const pendingOf = async ({ id }: MemberRow) => (await readHoldings(domain.db, id)).pending;

  /** All at once; what they were refused with, if only refusals. */
  const allAtOnce = async (works: (() => Promise<unknown>)[]) => {
    const outcomes = await Promise.all(works.map((work) => outcomeOf(work())));
    const failures = outcomes.filter(
      (outcome) => outcome instanceof Error && !(outcome instanceof Refusal),
    );
    expect(failures.map(String)).to.deep.equal([]);
    return outcomes;
  };
  const times = (count: number, work: (nth: number) => Promise<unknown>) =>
    Array.from({ length: count }, (_, nth) => () => work(nth));

  it('100 acceptances of one answer are one acceptance with one reward', async () => {
    const { asker, helper, answer } = await anAnsweredQuestion(domain.owner);

    await allAtOnce(times(100, () => accept(asker, answer)));

    expect(await acceptancesOf(answer)).to.have.lengthOf(1);
    expect(await pendingOf(helper)).to.equal(50n);
  });

  it('100 acceptances of two rival answers leave exactly one of them accepted', async () => {
    const { asker, helper, question, answer } = await anAnsweredQuestion(domain.owner);
    const rival = await aMember(domain.owner);
    const other = await anAnswer(domain.owner, { question_id: question.id, author_id: rival.id });

    await allAtOnce(times(100, (nth) => accept(asker, nth % 2 === 0 ? answer : other)));

    expect(await live(answer)).to.have.lengthOf(1);
    expect((await pendingOf(helper)) + (await pendingOf(rival))).to.equal(50n);
  });

  it('100 acceptances and withdrawals in turn leave one net reward at most', async () => {
    const { asker, helper, answer } = await anAnsweredQuestion(domain.owner);

    for (let cycle = 0; cycle < 100; cycle += 1) {
      await accept(asker, answer);
      expect(await pendingOf(helper)).to.equal(50n);
      await withdraw(asker, answer);
      expect(await pendingOf(helper)).to.equal(0n);
    }
    await accept(asker, answer);

    expect(await acceptancesOf(answer)).to.have.lengthOf(101);
    expect(await pendingOf(helper)).to.equal(50n);
  });

  it('100 acceptances and 100 withdrawals at once leave one net reward at most', async () => {
    const { asker, helper, answer } = await anAnsweredQuestion(domain.owner);

    await allAtOnce([
      ...times(100, () => accept(asker, answer)),
      ...times(100, () => withdraw(asker, answer)),
    ]);

    const expected = (await live(answer)).length === 1 ? 50n : 0n;
    expect(await pendingOf(helper)).to.equal(expected);
  });

  describe('300 races against a moderator’s verdict leave the books as the states say:', () => {
    type Contest = { asker: MemberRow; answer: AnswerRow; other: AnswerRow };
    const fail = ({ answer }: Contest) => decide(moderator, answer, 'fail');
    const pass = ({ answer }: Contest) => decide(colleague, answer, 'pass');
    const call = ({ answer }: Contest) =>
      domain.perform(moderator, (work) => callAudit(work, answer.id));
    const withdrawn = ({ asker, answer }: Contest) => withdraw(asker, answer);
    const another = ({ asker, other }: Contest) => accept(asker, other);
    const release = () => releaseDueRewards(domain.db, domain.perform, domain.now());
    const remove = ({ answer }: Contest) =>
      domain.perform(colleague, (work) => removePost(work, { answer: answer.id }, SPAM));

    const races: [string, MemberRow['level'], ...((contest: Contest) => Promise<unknown>)[]][] = [
      ['another acceptance and a fail', 'newcomer', another, fail],
      ['a withdrawal and a fail', 'newcomer', withdrawn, fail],
      ['a pass, a fail and a withdrawal', 'newcomer', pass, fail, withdrawn],
      ['a removal, a fail and another acceptance', 'newcomer', remove, fail, another],
      ['a release, a call for an audit and a withdrawal', 'helper', release, call, withdrawn],
    ];
    for (const [what, level, ...rivals] of races) {
      it(what, async () => {
        await many(6, async () => {
          const contests = await Promise.all(Array.from({ length: 10 }, () => aContest(level)));
          await allAtOnce(contests.flatMap((contest) => rivals.map((act) => () => act(contest))));
        });
      });
    }

    it('undoing a pass, another acceptance and the author’s next pass', async () => {
      const contests = await many(20, () => aContest('newcomer'));
      for (const contest of contests) await pass(contest);

      await allAtOnce(
        contests.flatMap((contest) => [
          () => undo(colleague, contest.answer),
          () => another(contest),
          () => fail(contest),
        ]),
      );
    });

    /** An answer that was accepted and waits to be checked or released, and a rival to it. */
    async function aContest(level: MemberRow['level']): Promise<Contest> {
      const helper = await aMember(domain.owner, { level });
      const { asker, question, answer } = await anAcceptedAnswer(domain, { helper });
      return { asker, answer, other: await anAnswer(domain.owner, { question_id: question.id }) };
    }
  });

  it('accept-another in opposite directions on two questions never deadlocks', async () => {
    const one = await anAnsweredQuestion(domain.owner);
    const two = await anAnsweredQuestion(domain.owner);
    const answersOf = async ({ question }: typeof one) => [
      await anAnswer(domain.owner, { question_id: question.id, author_id: one.helper.id }),
      await anAnswer(domain.owner, { question_id: question.id, author_id: two.helper.id }),
    ];
    const [onOne, onTwo] = [await answersOf(one), (await answersOf(two)).reverse()];

    for (let turn = 0; turn < 40; turn += 1) {
      await allAtOnce([
        () => accept(one.asker, onOne[turn % 2] as AnswerRow),
        () => accept(two.asker, onTwo[turn % 2] as AnswerRow),
      ]);
    }

    expect((await pendingOf(one.helper)) + (await pendingOf(two.helper))).to.equal(100n);
  });

  it('two who answer each other’s questions never deadlock', async () => {
    const [ann, bob] = [await aMember(domain.owner), await aMember(domain.owner)];
    const pairs = await many(20, async (nth) => {
      const [asker, helper] = nth % 2 === 0 ? [ann, bob] : [bob, ann];
      return anAcceptedAnswer(domain, { asker, helper });
    });

    for (let turn = 0; turn < 4; turn += 1) {
      await allAtOnce(
        pairs.map(
          ({ asker, answer }) =>
            () =>
              turn % 2 === 0 ? withdraw(asker, answer) : accept(asker, answer),
        ),
      );
    }

    expect(await pendingOf(ann)).to.equal(500n);
    expect(await pendingOf(bob)).to.equal(500n);
  });

  it('20 decisions on one audit are one decision', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);

    await allAtOnce(times(20, (nth) => decide(moderator, answer, nth % 2 === 0 ? 'pass' : 'fail')));

    const verdicts = await domain
      .db('verdicts')
      .join('audits', 'audits.id', 'audit_id')
      .where({
        acceptance_id: (await live(answer))[0]?.id,
      });
    expect(verdicts).to.have.lengthOf(1);
    expect((await readHoldings(domain.db, helper.id)).pending).to.equal(0n);
  });

  it('20 undoings of one decision are one undoing', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    await decide(moderator, answer, 'pass');

    const outcomes = await allAtOnce(times(20, () => undo(moderator, answer)));

    expect(outcomes.filter((outcome) => outcome instanceof Refusal)).to.have.lengthOf(19);
    expect(await pendingOf(helper)).to.equal(50n);
  });

  it('an answer to somebody else’s question is not there to be accepted', async () => {
    const { answer, helper } = await anAnsweredQuestion(domain.owner);
    const stranger = (await anAnsweredQuestion(domain.owner)).asker;

    const outcomes = await allAtOnce(
      [stranger, helper, moderator].map((somebody) => () => accept(somebody, answer)),
    );

    expect(outcomes.every((outcome) => outcome instanceof NotFound)).to.equal(true);
    expect(await acceptancesOf(answer)).to.deep.equal([]);
  });
});

const SPAM = { reason: 'spam', note: '' } as const;

async function many<T>(count: number, make: (nth: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let nth = 0; nth < count; nth += 1) made.push(await make(nth));
  return made;
}
