import { expect } from 'chai';
import fc from 'fast-check';

import { readStatementAsOf } from '#src/finance/reports/as-of-statement.ts';
import { readAsOf, readOwedAsOf, readOwedMembers } from '#src/finance/reports/as-of.ts';
import type { AcceptanceRow } from '#src/forum/rows.ts';
import { deriveBalance, readHoldings } from '#src/ledger/balances.ts';
import type { MemberId, MemberRow } from '#src/members/rows.ts';
import type { VerdictRow } from '#src/moderation/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { anAcceptedAnswer, decide, undo, waitingAudit, withdraw } from '../history.ts';

describe('The ledger as of a past instant', () => {
  const domain = aDomain();
  const instant = (text: string) => new Date(text);

  it('has what was recorded at the instant, and not a millisecond later', async () => {
    const author = await aMember(domain.owner);
    domain.itIsNow('2026-10-25T00:59:59.999Z');
    await anAcceptedAnswer(domain, { author });
    domain.itIsNow('2026-10-25T01:00:00.000Z');
    await anAcceptedAnswer(domain, { author });

    const pending = async (at: string) =>
      (await readOwedAsOf(domain.db, author.id, instant(at))).pending;

    expect(await pending('2026-10-25T00:59:59.998Z')).to.equal(0n);
    expect(await pending('2026-10-25T00:59:59.999Z')).to.equal(50n);
    expect(await pending('2026-10-25T01:00:00.000Z')).to.equal(100n);
  });

  it('knows nothing of what was decided later', async () => {
    const author = await aMember(domain.owner);
    domain.itIsNow('2027-01-10T12:00:00Z');
    const acceptance = await anAcceptedAnswer(domain, { author, title: 'No signal in Leeds' });
    domain.itIsNow('2027-01-11T12:00:00Z');
    await decide(domain, acceptance, 'pass');
    domain.itIsNow('2027-01-12T12:00:00Z');
    await withdraw(domain, acceptance);

    const { lines } = await readStatementAsOf(domain.db, author.id, {
      at: instant('2027-01-10T12:00:00Z'),
    });

    expect(lines.map(({ event, was_settled }) => [event, was_settled])).to.deep.equal([
      ['reward.hold', false],
    ]);
    expect(lines[0]?.about?.title).to.equal('No signal in Leeds');
  });

  it('lists its lines a page at a time, the newest first, with what was owed after each', async () => {
    const author = await aMember(domain.owner);
    domain.itIsNow('2027-02-10T12:00:00Z');
    for (let count = 0; count < 5; count += 1) await anAcceptedAnswer(domain, { author });
    const page = (after?: Parameters<typeof readStatementAsOf>[2]['after']) =>
      readStatementAsOf(domain.db, author.id, { at: domain.now(), after, limit: 2 });

    const first = await page();
    const second = await page(first.older);
    const third = await page(second.older);

    const all = [first, second, third].flatMap(({ lines }) => lines);
    expect(all.map(({ after }) => after.pending)).to.deep.equal([250n, 200n, 150n, 100n, 50n]);
    expect(third.older).to.equal(undefined);
  });

  it('is at every instant what it was when the clock stood there', async function () {
    this.timeout(120_000);
    const step = fc.record({
      does: fc.constantFrom('accept', 'pass', 'fail', 'undo', 'withdraw'),
      which: fc.nat(5),
      wait: fc.constantFrom(0, 0, 1, 1_800_000),
    });
    const steps = fc.array(step, { minLength: 4, maxLength: 10 });
    let year = 2030;
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        domain.itIsNow(new Date(Date.UTC((year += 1), 9, 24, 22)));
        const seen = await live(await aMember(domain.owner), history);
        for (const [at, was] of seen) {
          expect(await look(was.author, new Date(at)), at).to.deep.equal(was.then);
        }
      }),
      { numRuns: 8 },
    );
  });

  type Step = { does: string; which: number; wait: number };

  /** What was there at each instant, in the words of the ledger's own balances. */
  const live = async (author: MemberRow, steps: Step[]) => {
    const seen = new Map<string, { author: MemberRow; then: unknown }>();
    const moderator = await aModerator(domain.owner);
    const acceptances: AcceptanceRow[] = [];
    const verdicts = new Map<number, VerdictRow>();
    for (const { does, which, wait } of steps) {
      domain.itIsNow(new Date(domain.now().getTime() + wait));
      const acceptance = acceptances[which % Math.max(1, acceptances.length)];
      if (does === 'accept' || !acceptance) {
        acceptances.push(await anAcceptedAnswer(domain, { author }));
      } else if (does === 'withdraw') {
        await withdraw(domain, acceptance).catch(() => undefined);
      } else if (does === 'undo') {
        const verdict = verdicts.get(acceptance.id);
        if (verdict) await undo(domain, verdict).catch(() => undefined);
      } else if (await waitingAudit(domain, acceptance)) {
        const verdict = does === 'pass' ? 'pass' : 'fail';
        verdicts.set(acceptance.id, await decide(domain, acceptance, verdict, moderator));
      }
      seen.set(domain.now().toISOString(), { author, then: await balances(author) });
    }
    return seen;
  };

  const balances = async (author: MemberRow) => {
    const { rows } = await domain.db.raw<{ rows: { bucket: string; sum: bigint }[] }>(
      `select split_part(code, ':', 3) as bucket, sum(amount_minor)::bigint as sum
         from ledger_balances join ledger_accounts on id = account_id group by 1`,
    );
    const held = new Map(rows.map(({ bucket, sum }) => [bucket, sum]));
    const { lines } = await readStatementAsOf(domain.db, author.id, { at: domain.now() });
    return {
      rewards: -(await deriveBalance(domain.db, 'expense:rewards')),
      toRepay: -(await deriveBalance(domain.db, 'receivable:clawback')),
      pending: held.get('pending') ?? 0n,
      available: held.get('available') ?? 0n,
      own: await readHoldings(domain.db, author.id),
      lines,
    };
  };

  const look = async (author: MemberRow, at: Date) => {
    const { trialBalance, liability } = await readAsOf(domain.db, at);
    const { rows, debit, credit } = trialBalance;
    expect(debit).to.equal(credit);
    const net = (id: string) => {
      const row = rows.find(({ family }) => family.id === id);
      return (row?.debit ?? 0n) - (row?.credit ?? 0n);
    };
    const { members } = await readOwedMembers(domain.db, at, { limit: 10_000 });
    const sum = (of: 'pending' | 'available') =>
      members.reduce((total, member) => total + member[of], 0n);
    expect([sum('pending'), sum('available')]).to.deep.equal([
      liability.pending,
      liability.available,
    ]);
    expect(BigInt(members.length)).to.equal(liability.members);
    return {
      ...{ rewards: net('rewards'), toRepay: net('receivable') },
      ...{ pending: liability.pending, available: liability.available },
      own: await readOwedAsOf(domain.db, author.id, at),
      lines: (await readStatementAsOf(domain.db, author.id, { at })).lines,
    };
  };

  it('lists members who were owed something by their numbers, a page at a time', async () => {
    const at = domain.now();
    const pages: MemberId[] = [];
    let after: MemberId | undefined;
    do {
      const { members, next } = await readOwedMembers(domain.db, at, { after, limit: 3 });
      pages.push(...members.map(({ id }) => id));
      after = next;
    } while (after !== undefined);

    const { members } = await readOwedMembers(domain.db, at, { limit: 10_000 });
    expect(pages).to.deep.equal(members.map(({ id }) => id));
    expect(pages).to.have.length.above(3);
  });
});
