import { NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { findAnswer } from '../find-posts.ts';
import { mayAlsoBeHelped } from '../permissions.ts';
import type { AnswerId, AnswerRow, FixVoiceRow } from '../rows.ts';

/** What somebody says of an answer: it fixed it for them, it did not, or neither after all. */
export type Fixed = 'yes' | 'no' | 'undo';

/**
 * Anybody says whether an answer fixed it for them. Each voice counts once a day, by the last that it
 * said; whoever wrote the answer has none (403). Refuses what readers cannot see (404, 410).
 */
export async function sayFixed(
  work: Work,
  { answer: id, voice, fixed }: { answer: AnswerId; voice: string; fixed: Fixed },
): Promise<AnswerRow> {
  const { answer, question } = await findAnswer(work.trx, id, undefined);
  if (typeof work.actor !== 'string' && !mayAlsoBeHelped(work.actor, answer)) {
    throw new NotAllowed('This is your own answer.');
  }
  const mine = { answer_id: id, voice };
  const change = fixed === 'undo' ? await takeBack(work, mine) : await say(work, mine, fixed);
  await count(work, id, change);
  if (change.failed > 0) {
    await work.record('answer did not help', { answerId: id, questionId: question.id });
  }
  return answer;
}

type Mine = Pick<FixVoiceRow, 'answer_id' | 'voice'>;

/** By how much a day's counts change. */
type Change = { on: string; worked: number; failed: number };

async function say({ trx, at, operator }: Work, mine: Mine, fixed: 'yes' | 'no'): Promise<Change> {
  const worked = fixed === 'yes';
  const { rows } = await trx.raw<{ rows: Pick<FixVoiceRow, 'said_on'>[] }>(
    `insert into fix_voices (answer_id, voice, said_on, worked)
     values (?, ?, (?::timestamptz at time zone ?)::date, ?)
         on conflict (answer_id, voice) do nothing
     returning said_on`,
    [mine.answer_id, mine.voice, at, operator.timeZone, worked],
  );
  const [added] = rows;
  if (added) return { on: added.said_on, worked: Number(worked), failed: Number(!worked) };
  const [turned] = await trx('fix_voices')
    .where({ ...mine, worked: !worked })
    .update({ worked })
    .returning('said_on');
  if (!turned) return NOTHING;
  return { on: turned.said_on, worked: worked ? 1 : -1, failed: worked ? -1 : 1 };
}

async function takeBack({ trx }: Work, mine: Mine): Promise<Change> {
  const { rows } = await trx.raw<{ rows: Pick<FixVoiceRow, 'said_on' | 'worked'>[] }>(
    'delete from fix_voices where answer_id = ? and voice = ? returning said_on, worked',
    [mine.answer_id, mine.voice],
  );
  const [gone] = rows;
  if (!gone) return NOTHING;
  return { on: gone.said_on, worked: gone.worked ? -1 : 0, failed: gone.worked ? 0 : -1 };
}

const NOTHING: Change = { on: '', worked: 0, failed: 0 };

async function count({ trx }: Work, id: AnswerId, { on, worked, failed }: Change): Promise<void> {
  if (worked === 0 && failed === 0) return;
  await trx.raw(
    `insert into fix_counts as f (answer_id, said_on, worked, failed)
     values (:id, :on, greatest(:worked, 0), greatest(:failed, 0))
         on conflict (answer_id, said_on)
         do update set worked = f.worked + :worked, failed = f.failed + :failed`,
    { id, on, worked, failed },
  );
}
