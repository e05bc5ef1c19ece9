import { expect } from 'chai';

import type { Keeping } from '#src/rewards/keeping.ts';
import type { Outcome } from '#src/web/forum/question-outcomes.ts';
import { timeline } from '#src/web/forum/timeline.ts';
import { formatter } from '#src/web/format.ts';
import { KEPT } from '#src/web/kept-words.ts';

const formats = formatter({ timeZone: 'Europe/London', currency: 'GBP' });
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 15, 9, minutes));

const answer = { author: { name: 'Tom' }, answered_at: at(0) } as Parameters<typeof timeline>[0];

const anOutcome = (changes: Partial<Outcome> = {}): Outcome => ({
  acceptance: {
    ...{ accepted_at: at(5), withdrawn_at: null, asker_name: 'Priya' },
  } as Outcome['acceptance'],
  waiting: false,
  objectUntil: null,
  verdict: undefined,
  reward: {
    ...{ state: 'held', amount_minor: 50n, currency: 'GBP', refusal: null, cleared_because: null },
    ...{ hold_until: new Date('2026-01-22T09:05:00Z'), changed_at: at(5), copy_of: null },
    keeping: null,
  },
  ...changes,
});

const told = (outcomes: Outcome[], candid = false) =>
  timeline(answer, outcomes, { candid, formats }).map(({ text }) => text);

describe('the way of an answer', () => {
  it('is not told where it was never accepted', () => {
    expect(told([])).to.deep.equal([]);
  });

  it('says when the credit comes where nobody checks it', () => {
    expect(told([anOutcome()])).to.deep.equal([
      'Tom posted this answer',
      'Priya accepted it and £0.50 was set aside',
      '£0.50 is added on 22 Jan 2026 unless something turns up',
    ]);
  });

  it('says that it waits for a check', () => {
    expect(told([anOutcome({ waiting: true })]).at(-1)).to.equal('Our team is going to check it');
  });

  it('says to the author alone what else it waits for', () => {
    for (const keeping of Object.keys(KEPT) as Keeping[]) {
      const reward = { ...anOutcome().reward, cleared_because: 'quiet-days', keeping };
      const outcome = anOutcome({ reward } as Partial<Outcome>);

      expect(told([outcome]).at(-1)).to.equal('£0.50 is not added yet');
      expect(told([outcome], true).at(-1)).to.equal(`£0.50 ${KEPT[keeping]}`);
    }
  });

  it('tells a clawback in the order in which it happened, and what came after', () => {
    const reward = { ...anOutcome().reward, state: 'clawed-back', changed_at: at(60) };
    const acceptance = {
      ...{ accepted_at: at(5), doubted_at: at(90), asker_name: 'Priya' },
      ...{ withdrawn_at: at(95), withdrawn_because: 'not-solved' },
    };
    const verdict = { verdict: 'fail', reason: 'wrong', moderator: 'Hannah', decided_at: at(60) };
    const outcome = anOutcome({ reward, acceptance, verdict } as unknown as Partial<Outcome>);

    expect(told([outcome])).to.deep.equal([
      'Tom posted this answer',
      'Priya accepted it and £0.50 was set aside',
      'Hannah could not confirm it: wrong or out of date',
      '£0.50 was taken back',
      'Priya said that it is not solved after all',
      'Priya said that no answer solved it alone',
    ]);
  });
});
