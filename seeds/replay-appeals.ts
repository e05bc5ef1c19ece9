import assert from 'node:assert/strict';

import { decideAppeal } from '../src/moderation/appeals/decide-appeal.ts';
import { openAppeal } from '../src/moderation/appeals/open-appeal.ts';
import type { AppealId } from '../src/moderation/rows.ts';
import type { Work } from '../src/work.ts';
import { answerTo, dated, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** An appeal that was won, and so brought a reward back, and one that waits. */
export function replayAppeals(stage: Stage): Happening[] {
  const on = dated(stage);
  let won: AppealId;
  return [
    on(3, '18:40', 'Colin-Barrow', async (work) => {
      const subject = await failOf(work, answerTo(stage, FOURTEEN_DAYS, 'Colin-Barrow'));
      won = (await openAppeal(work, subject, COLIN)).id;
    }),
    on(1, '14:30', 'Nadia', (work) =>
      decideAppeal(work, stage.markdown, won, { decision: 'overturned', ...PROMISE }),
    ),
    on(1, '19:15', 'Tom', async (work) => {
      await openAppeal(work, await failOf(work, answerTo(stage, BOILER, 'Tom')), TOM);
    }),
  ];
}

const FOURTEEN_DAYS = 'Do the 14 days to change my mind start when I order or when it goes live?';
const COLIN =
  'I went by your own welcome letter. It says that new customers can leave free of charge within ' +
  'fourteen days of the line going live, and that is what I told jules84.';
const PROMISE = {
  reason:
    'You’re right. The law counts from the order, but our broadband promise gives new customers ' +
    'fourteen days from going live as well, and that is what was asked. The reward is back.',
  note: 'The promise isn’t among our official answers. I’ve asked the broadband team for the text.',
};

const BOILER = 'How much is a call to an 0845 number?';
const TOM =
  'My app still showed 45p when I wrote this, and I have a picture of it. The rest of the answer ' +
  'was right and saved somebody fifteen pounds. Could somebody else have a look, please?';

/** What is appealed against where an answer has failed its check. */
async function failOf({ trx }: Work, answer: number): Promise<string> {
  const { rows } = await trx.raw<{ rows: { id: number }[] }>(
    `select v.id from verdicts v
       join audits u on u.id = v.audit_id
       join acceptances a on a.id = u.acceptance_id
      where a.answer_id = ? and v.verdict = 'fail' and v.undone_at is null`,
    [answer],
  );
  assert(rows[0], 'the answer has failed');
  return `verdict:${String(rows[0].id)}`;
}
