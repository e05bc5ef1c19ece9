import { expect } from 'chai';
import fc from 'fast-check';

import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { callAudit } from '#src/moderation/audits/call-audit.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import type { AppealRow } from '#src/moderation/rows.ts';
import { Refusal } from '#src/refusals.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { anAcceptedAnswer, rewarding } from '#test/support/rewarding.ts';
import { appealing } from './appealing.ts';

type Move = {
  what: 'pass' | 'fail' | 'call' | 'remove' | 'withdraw' | 'days' | 'win' | 'lose';
  nth: number;
};

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.constantFrom(
    'pass',
    'fail',
    'fail',
    'call',
    'remove',
    'withdraw',
    'days',
    'win',
    'win',
    'lose',
  ),
  nth: fc.nat({ max: 9 }),
});

describe('Whatever is appealed', function () {
  this.timeout(120_000);
  const domain = aDomain();
  const { decide, withdraw } = rewarding(domain);
  const { appeal, decideOn, failOf, removalOf } = appealing(domain);

  type Given = Awaited<ReturnType<typeof anAcceptedAnswer>>;

  async function happen({ what, nth }: Move, given: Given[]): Promise<unknown> {
    const one = given[nth % given.length];
    const anybody = await aModerator(domain.owner);
    if (!one) return undefined;
    const { answer, asker, helper } = one;
    domain.itIsNow(new Date(domain.now().getTime() + 3_600_000));
    if (what === 'days') {
      domain.itIsNow(new Date(domain.now().getTime() + 8 * 86_400_000));
      return releaseDueRewards(domain.db, domain.perform, domain.now());
    }
    if (what === 'withdraw') return withdraw(asker, answer);
    if (what === 'call') return domain.perform(anybody, (work) => callAudit(work, answer.id));
    if (what === 'remove') {
      const gone = { reason: 'unsafe', note: '' } as const;
      return domain.perform(anybody, (work) => removePost(work, { answer: answer.id }, gone));
    }
    if (what !== 'win' && what !== 'lose') return decide(anybody, answer, what);
    const row = await domain.db('answers').where({ id: answer.id }).first();
    const subject = await (row?.removed_at ? removalOf(answer) : failOf(answer));
    const outcome: NonNullable<AppealRow['decision']> = what === 'win' ? 'overturned' : 'upheld';
    return decideOn(anybody, await appeal(helper, subject), outcome);
  }

  it('leaves the books as the states say, and what was won is paid as if it had never been lost', () =>
    fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 25 }), async (moves) => {
        domain.itIsNow(new Date(domain.now().getTime() + 40 * 86_400_000));
        const helper = await aMember(domain.owner);
        const given = [
          await anAcceptedAnswer(domain, { helper }),
          await anAcceptedAnswer(domain, { helper }),
        ];
        for (const one of moves) await unlessRefused(() => happen(one, given));

        await expectBooksToMatchStates(domain.db);
        expect(await unpaidThoughPassed()).to.deep.equal([]);
      }),
      { numRuns: 15, endOnFailure: true },
    ));

  it('was won often enough for this to say something', async () => {
    const won = await domain.db('appeals').where({ decision: 'overturned' });
    expect(won.length).to.be.above(5);
  });

  /** Standing acceptances without a fail whose reward was taken all the same. */
  async function unpaidThoughPassed() {
    const { rows } = await domain.db.raw<{ rows: object[] }>(
      `select r.id from rewards r join acceptances a on a.id = r.acceptance_id
        where a.withdrawn_at is null and r.because = 'audit-failed'
          and not exists (select from verdicts v join audits u on u.id = v.audit_id
                           where u.acceptance_id = a.id and v.undone_at is null
                             and v.verdict = 'fail')
          and exists (select from verdicts v join audits u on u.id = v.audit_id
                       where u.acceptance_id = a.id and v.replaces_id is not null)`,
    );
    return rows;
  }
});

/** An expected no is part of the history; what there is nothing to appeal against is none. */
async function unlessRefused(event: () => Promise<unknown>): Promise<void> {
  try {
    await event();
  } catch (error) {
    const isNothing = error instanceof Error && /has an audit|verdict stands/.test(error.message);
    if (!(error instanceof Refusal) && !isNothing) throw error;
  }
}
