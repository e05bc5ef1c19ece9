import { createHash } from 'node:crypto';

import { expect } from 'chai';

import { forgetVoices } from '#src/forum/fixed/forget-voices.ts';
import { countFixesSince, readFixes } from '#src/forum/fixed/read-fixes.ts';
import { sayFixed, type Fixed } from '#src/forum/fixed/say-fixed.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import { takeDown } from '#src/forum/take-down.ts';
import { Gone, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('saying whether an answer fixed it', () => {
  const domain = aDomain({ connections: 20 });
  const voiceOf = (who: string | number) => createHash('sha256').update(String(who)).digest('hex');
  const say = (answer: AnswerRow, who: string | number, fixed: Fixed) =>
    domain.perform('visitor', (work) =>
      sayFixed(work, { answer: answer.id, voice: voiceOf(who), fixed }),
    );
  const counted = async ({ id, question_id }: AnswerRow) => {
    const fixes = (await readFixes(domain.db, question_id)).get(id);
    return fixes && [fixes.worked, fixes.failed];
  };

  it('counts a hundred at once, each exactly once', async () => {
    const { answer } = await anAnsweredQuestion(domain.owner);

    await Promise.all(
      Array.from({ length: 100 }, (_, nth) => say(answer, nth, nth % 4 === 0 ? 'no' : 'yes')),
    );

    expect(await counted(answer)).to.deep.equal([75, 25]);
  });

  it('counts a voice once, by the last that it said, however often it says it at once', async () => {
    const { answer } = await anAnsweredQuestion(domain.owner);

    await Promise.all(Array.from({ length: 20 }, () => say(answer, 'one', 'yes')));
    expect(await counted(answer)).to.deep.equal([1, 0]);

    await Promise.all(Array.from({ length: 20 }, () => say(answer, 'one', 'no')));
    expect(await counted(answer)).to.deep.equal([0, 1]);

    await Promise.all(Array.from({ length: 20 }, () => say(answer, 'one', 'undo')));
    expect(await counted(answer)).to.deep.equal([0, 0]);
  });

  it('can be taken back only by whoever said it', async () => {
    const { answer } = await anAnsweredQuestion(domain.owner);
    await say(answer, 'one', 'yes');

    await say(answer, 'another', 'undo');

    expect(await counted(answer)).to.deep.equal([1, 0]);
  });

  it('knows the last day on which it worked, and forgets who said so when that day is over', async () => {
    const { answer } = await anAnsweredQuestion(domain.owner);
    domain.itIsNow('2026-03-01T10:00:00Z');
    await say(answer, 'one', 'yes');
    domain.itIsNow('2026-03-02T10:00:00Z');
    await say(answer, 'another', 'no');

    await domain.perform('system', forgetVoices);

    const fixes = (await readFixes(domain.db, answer.question_id)).get(answer.id);
    expect(fixes).to.deep.equal({ worked: 1, failed: 1, last_worked_on: '2026-03-01' });
    const since = await countFixesSince(domain.db, answer.id, '2026-03-02');
    expect(since).to.deep.equal({ worked: 0, failed: 1 });
    const voices = await domain.owner('fix_voices').where({ answer_id: answer.id });
    expect(voices.map(({ voice }) => voice)).to.deep.equal([voiceOf('another')]);
  });

  it('is not for whoever wrote it, nor of what was removed', async () => {
    const { helper, answer } = await anAnsweredQuestion(domain.owner);
    const own = domain.perform(helper, (work) =>
      sayFixed(work, { answer: answer.id, voice: voiceOf('helper'), fixed: 'yes' }),
    );
    expect(await outcomeOf(own)).to.be.instanceOf(NotAllowed);

    const moderator = await aModerator(domain.owner);
    await domain.perform(moderator, (work) =>
      takeDown(work, { answer: answer.id }, { reason: 'spam', note: '' }),
    );

    expect(await outcomeOf(say(answer, 'one', 'yes'))).to.be.instanceOf(Gone);
    expect(await counted(answer)).to.equal(undefined);
  });
});
