import { expect } from 'chai';

import { countWaits } from '#src/forum/waits/count-waits.ts';
import { ENOUGH, readWait } from '#src/forum/waits/read-wait.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, anAnswer, aQuestion } from '#test/support/make.ts';

describe('How long a first answer takes', () => {
  const domain = aDomain();
  const at = (time: string) => new Date(`2026-07-${time}:00Z`);
  const waitAt = (time: string) => readWait(domain.db, at(time), 'Europe/London');

  /** Asked at 10:30 of July days, which is half past eleven in London; each waits a minute longer. */
  async function someAnswered(questions: number, answered: number) {
    const author_id = (await aMember(domain.owner)).id;
    for (let nth = 1; nth <= questions; nth += 1) {
      const asked_at = at(`${String(nth).padStart(2, '0')}T10:30`);
      const { id: question_id, author_id: asker } = await aQuestion(domain.owner, { asked_at });
      const later = (minutes: number) => new Date(asked_at.getTime() + minutes * 60_000);
      await anAnswer(domain.owner, { question_id, author_id: asker, answered_at: later(0) });
      if (nth > answered) continue;
      await anAnswer(domain.owner, { question_id, author_id, answered_at: later(nth) });
      await anAnswer(domain.owner, { question_id, author_id, answered_at: later(500) });
    }
  }

  it('is the median of its hour, and of those beside it, in the operator’s time zone', async () => {
    domain.itIsNow('2026-07-20T12:00:00Z');
    const before = await waitAt('20T10:00');
    await someAnswered(ENOUGH + 1, ENOUGH + 1);

    await domain.perform('system', countWaits);
    const hours = await Promise.all(
      ['20T08:59', '20T09:00', '20T10:59', '20T11:59', '20T12:00'].map(waitAt),
    );

    const median = { seconds: 360 };
    expect(before).to.equal('unknown');
    expect(hours).to.deep.equal(['unknown', median, median, median, 'unknown']);
  });

  it('is not known once those questions are older than 28 days', async () => {
    domain.itIsNow('2026-08-20T12:00:00Z');

    await domain.perform('system', countWaits);

    expect(await waitAt('20T10:00')).to.equal('unknown');
  });

  it('is not made up where fewer than half of them have an answer', async () => {
    domain.itIsNow('2026-07-27T12:00:00Z');
    await someAnswered(ENOUGH + 2, 0);

    await domain.perform('system', countWaits);

    expect(await waitAt('27T10:00')).to.equal('unanswered');
  });
});
