import { expect } from 'chai';

import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, publishRules, rewarding } from '#test/support/rewarding.ts';

describe('The first moment of a month with a budget', function () {
  this.timeout(60_000);
  const domain = aDomain({ connections: 20 });
  const { accept } = rewarding(domain);

  it('lets some accept and others accept another instead, and nobody waits for ever', async () => {
    await publishRules(domain.owner, {
      ...{ effective_from: new Date('2026-01-01Z'), monthly_budget_minor: 100_000n },
    });
    const failed = [];
    for (let month = 2; month <= 6; month += 1) {
      domain.itIsNow(`2026-${String(month - 1).padStart(2, '0')}-20T12:00:00Z`);
      const deeds: [MemberRow, AnswerRow][] = [];
      for (let pair = 0; pair < 8; pair += 1) deeds.push(await fresh(), await another());

      domain.itIsNow(`2026-${String(month).padStart(2, '0')}-02T00:00:00Z`);
      const outcomes = await Promise.all(
        deeds.map(([asker, answer]) => outcomeOf(accept(asker, answer))),
      );
      failed.push(...outcomes.filter((outcome) => outcome instanceof Error));
    }

    expect(failed).to.deep.equal([]);
    await expectBooksToMatchStates(domain.db);
  });

  const fresh = async (): Promise<[MemberRow, AnswerRow]> => {
    const { asker, answer } = await anAnsweredQuestion(domain.owner);
    return [asker, answer];
  };
  const another = async (): Promise<[MemberRow, AnswerRow]> => {
    const { asker, question } = await anAcceptedAnswer(domain);
    return [asker, await anAnswer(domain.owner, { question_id: question.id })];
  };
});
