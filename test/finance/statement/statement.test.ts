import { expect } from 'chai';
import fc from 'fast-check';

import { readYearsOf } from '#src/finance/reports/annual-totals.ts';
import { findReceipt } from '#src/finance/statement/receipt.ts';
import { wordsOf } from '#src/finance/statement/statement-words.ts';
import { readStatement, type Statement } from '#src/finance/statement/statement.ts';
import type { AcceptanceRow } from '#src/forum/rows.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import type { Month } from '#src/ledger/dates.ts';
import type { LedgerTransferId } from '#src/ledger/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import type { VerdictRow } from '#src/moderation/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { publishRules } from '#test/support/rewarding.ts';
import { anAcceptedAnswer, decide, undo, waitingAudit, withdraw } from '../history.ts';

const LONDON = { timeZone: 'Europe/London' };

describe('A member’s statement', () => {
  const domain = aDomain();

  const statementOf = (member: MemberRow, month: string) =>
    readStatement(domain.db, member.id, { month: month as Month, ...LONDON });
  const lines = ({ lines: all }: Statement) =>
    all.map(({ title, reason, state, change }) => [title, reason, state, String(change.balance)]);

  it('tells of an answer that was accepted, checked and paid', async () => {
    domain.itIsNow('2026-02-10T10:00:00Z');
    const author = await aMember(domain.owner);
    const acceptance = await anAcceptedAnswer(domain, {
      author,
      title: 'eSIM stuck on activating',
    });
    await decide(domain, acceptance, 'pass');

    const statement = await statementOf(author, '2026-02');

    expect(lines(statement)).to.deep.equal([
      ['Accepted answer', '', 'checked', '0'],
      ['Checked', 'It passed our check', 'in-balance', '50'],
    ]);
    expect(statement.closing).to.deep.equal({ checking: 0n, balance: 50n });
    expect(statement.lines[0]?.about).to.include({
      question_id: acceptance.question_id,
      answer_id: acceptance.answer_id,
      title: 'eSIM stuck on activating',
    });
  });

  it('says why something was not paid, and why something was taken back', async () => {
    domain.itIsNow('2026-02-10T10:00:00Z');
    const author = await aMember(domain.owner);
    await decide(domain, await anAcceptedAnswer(domain, { author }), 'fail');
    const paid = await anAcceptedAnswer(domain, { author });
    await decide(domain, paid, 'pass');
    await withdraw(domain, paid);

    expect(lines(await statementOf(author, '2026-02'))).to.deep.equal([
      ['Accepted answer', '', 'checked', '0'],
      ['Not paid', 'It didn’t pass our check: it was wrong or out of date', 'not-paid', '0'],
      ['Accepted answer', '', 'checked', '0'],
      ['Checked', '', 'in-balance', '50'],
      ['Taken back', 'The answer is no longer the accepted one', 'taken-back', '-50'],
    ]);
  });

  it('shows what the rules refused at nothing, with the rule in words', async () => {
    domain.itIsNow('2026-02-10T10:00:00Z');
    const [author, asker] = [await aMember(domain.owner), await aMember(domain.owner)];
    for (let count = 0; count < 3; count += 1) await anAcceptedAnswer(domain, { author, asker });

    const statement = await statementOf(author, '2026-02');

    expect(lines(statement).at(-1)).to.deep.equal([
      'Accepted answer',
      'Third accepted answer from the same person in 30 days',
      'not-paid',
      '0',
    ]);
    expect(statement.closing).to.deep.equal({ checking: 100n, balance: 0n });
  });

  it('says what waits for a budget, by which rules, and what ended while it waited', async () => {
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2030-01-01Z'), monthly_budget_minor: 50n },
    });
    domain.itIsNow('2030-12-10T10:00:00Z');
    const author = await aMember(domain.owner);
    const paid = await anAcceptedAnswer(domain, { author });
    await anAcceptedAnswer(domain, { author });
    await decide(domain, await anAcceptedAnswer(domain, { author }), 'fail');

    const statement = await statementOf(author, '2030-12');

    expect(statement.lines.map(({ state, reason }) => [state, reason])).to.deep.equal([
      ['being-checked', ''],
      [
        'waiting',
        'This month’s reward budget is used up. It is paid from 1 January, or sooner if there is ' +
          'more budget, unless the answer fails its check',
      ],
      ['not-paid', 'It didn’t pass our check: it was wrong or out of date'],
    ]);
    expect(statement.lines.map(({ rules }) => rules)).to.deep.equal([2, 2, 2]);
    expect(statement.closing).to.deep.equal({ checking: 50n, balance: 0n });
    await withdraw(domain, paid);
  });

  it('begins with what the month before ended with', async () => {
    const author = await aMember(domain.owner);
    domain.itIsNow('2026-05-31T22:30:00Z');
    const acceptance = await anAcceptedAnswer(domain, { author });
    domain.itIsNow('2026-05-31T23:30:00Z');
    await decide(domain, acceptance, 'pass');

    const [may, june] = [
      await statementOf(author, '2026-05'),
      await statementOf(author, '2026-06'),
    ];

    expect(may.closing).to.deep.equal({ checking: 50n, balance: 0n });
    expect(june.opening).to.deep.equal(may.closing);
    expect(june.lines[0]).to.include({ title: 'Checked', date: '2026-06-01' });
  });

  it('does not name a question that was taken down', async () => {
    domain.itIsNow('2026-02-10T10:00:00Z');
    const author = await aMember(domain.owner);
    const acceptance = await anAcceptedAnswer(domain, { author });
    await domain
      .owner('questions')
      .where({ id: acceptance.question_id })
      .update({ removed_at: domain.now() });

    expect((await statementOf(author, '2026-02')).lines[0]?.about?.title).to.equal(null);
  });

  it('says of an adjustment whether it gave or took', () => {
    const told = { undid: null, ended_by: null, was_undone: false, because: null, fault: null };
    const adjustment = { ...told, event: 'adjustment' } as const;

    expect(wordsOf({ ...adjustment, balance: 50n }).state).to.equal('in-balance');
    expect(wordsOf({ ...adjustment, balance: -50n }).state).to.equal('taken-back');
  });

  it('agrees with the ledger to the penny, whatever has happened', async function () {
    this.timeout(120_000);
    const step = fc.record({
      does: fc.constantFrom('accept', 'pass', 'fail', 'undo', 'withdraw'),
      which: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
        const author = await aMember(domain.owner);
        await live(author, steps);
        await agrees(author);
        await hasReceipts(author);
        await addsUp(author);
      }),
      { numRuns: 12 },
    );
  });

  type Step = { does: string; which: number };

  /** One thing a day, from the last days of March to the first of April. */
  const live = async (author: MemberRow, steps: Step[]) => {
    const moderator = await aModerator(domain.owner);
    const acceptances: AcceptanceRow[] = [];
    const verdicts = new Map<number, VerdictRow>();
    for (const [day, { does, which }] of steps.entries()) {
      domain.itIsNow(new Date(Date.UTC(2027, 2, 25 + day, 12)));
      const acceptance = acceptances[which % Math.max(1, acceptances.length)];
      if (does === 'accept' || !acceptance) {
        acceptances.push(await anAcceptedAnswer(domain, { author }));
      } else if (does === 'withdraw') {
        await withdraw(domain, acceptance).catch(() => undefined);
      } else if (does === 'undo') {
        const verdict = verdicts.get(acceptance.id);
        if (verdict) domain.itIsNow(verdict.decided_at);
        if (verdict) await undo(domain, verdict).catch(() => undefined);
      } else if (await waitingAudit(domain, acceptance)) {
        const verdict = does === 'pass' ? 'pass' : 'fail';
        verdicts.set(acceptance.id, await decide(domain, acceptance, verdict, moderator));
      }
    }
  };

  const agrees = async (author: MemberRow) => {
    const months = ['2027-03', '2027-04'];
    const [march, april] = await Promise.all(months.map((month) => statementOf(author, month)));
    const { pending, available } = await readHoldings(domain.db, author.id);
    expect(march?.opening).to.deep.equal({ checking: 0n, balance: 0n });
    expect(april?.opening).to.deep.equal(march?.closing);
    expect(april?.closing).to.deep.equal({ checking: pending, balance: available });
    for (const statement of [march, april]) {
      const sum = statement?.lines.reduce((total, { change }) => total + change.balance, 0n) ?? 0n;
      expect((statement?.opening.balance ?? 0n) + sum).to.equal(statement?.closing.balance);
      const last = statement?.lines.at(-1);
      if (last) expect(last.after).to.deep.equal(statement?.closing);
    }
  };

  /** Every line has a receipt that says the same, for nobody but the member. */
  const hasReceipts = async (author: MemberRow) => {
    const stranger = await aMember(domain.owner);
    const statements = [await statementOf(author, '2027-03'), await statementOf(author, '2027-04')];
    for (const line of statements.flatMap((statement) => statement.lines)) {
      const id = BigInt(line.receipt.slice(1)) as LedgerTransferId;
      const receipt = await findReceipt(domain.db, author.id, { id });
      const step = receipt?.steps.find(({ transfer }) => transfer.id === id);
      const { title, reason, state, change } = line;
      expect(step).to.include({ title, reason, state });
      const moved = change.balance === 0n ? change.checking : change.balance;
      expect(receipt?.entry?.amount_minor).to.equal(moved < 0n ? -moved : moved);
      expect(await findReceipt(domain.db, stranger.id, { id })).to.equal(undefined);
    }
  };

  /** What was earned, less all that has left the balance, is what the accounts hold. */
  const addsUp = async (author: MemberRow) => {
    const years = await readYearsOf(domain.db, author.id);
    const { pending, available, inTransit } = await readHoldings(domain.db, author.id);
    const sum = (flow: 'earned' | 'takenBack' | 'repaid' | 'paidOut' | 'expired' | 'adjusted') =>
      years.reduce((total, year) => total + year[flow], 0n);
    const gone = sum('takenBack') + sum('repaid') + sum('paidOut') + sum('expired');
    expect(sum('earned') + sum('adjusted') - gone).to.equal(available + inTransit);
    const { lines: all } = await statementOf(author, '2027-04');
    expect(all.at(-1)?.after.checking ?? pending).to.equal(pending);
  };
});
