import type { Knex } from 'knex';

import type { Events } from '../../events.ts';
import { findLiveAcceptance } from '../../forum/acceptances.ts';
import { holdQuestion } from '../../forum/hold.ts';
import type { QuestionId } from '../../forum/rows.ts';
import { withdrawAcceptance } from '../../forum/withdraw-acceptance.ts';
import { Conflict, found, Gone, NotFound } from '../../refusals.ts';
import { actorId, type Perform, type Work } from '../../work.ts';
import type { SilentAcceptanceRow } from '../rows.ts';
import { hashOf } from './token.ts';

/** What the asker says to what our team has accepted for them. */
export type AskersWord = { says: 'keep' | 'object'; note: string; token?: string | undefined };

/**
 * The asker keeps what our team has accepted for them, and the reward waits no longer; or objects,
 * and the acceptance ends with its reward. They are signed in, or hold the link of their mail;
 * for everybody else there is nothing here (404). Ended before: 409; too late to object: 410.
 */
export async function answerForAsker(
  work: Work,
  id: QuestionId,
  { says, note, token }: AskersWord,
): Promise<void> {
  await holdQuestion(work, id);
  const silent = found(await hold(work, { question_id: id }), 'page');
  if (!isTheirs(silent, { asker: actorId(work), token })) throw new NotFound();
  if (silent.outcome !== null) throw new Conflict(ENDED[silent.outcome]);
  if (silent.object_until <= work.at) {
    throw new Gone('The days to object are over. You can still withdraw the acceptance.');
  }
  const outcome = says === 'keep' ? 'confirmed' : 'objected';
  await end(work, silent, outcome, note);
  if (says === 'keep') return;
  const acceptance = await findLiveAcceptance(work.trx, id);
  if (acceptance) await withdrawAcceptance(work, acceptance, 'asker');
}

/** Whether somebody is the asker, by their sign-in or by the link of their mail. */
export const isTheirs = (
  { asker_id, token_hash }: SilentAcceptanceRow,
  { asker, token }: { asker: number | null; token: string | undefined },
): boolean => asker === asker_id || (token !== undefined && hashOf(token) === token_hash);

/** What ends otherwise, as by the asker's accepting another answer, leaves nothing to object to. */
export async function closeSilentAcceptance(
  work: Work,
  { acceptanceId }: Events['acceptance withdrawn'],
): Promise<void> {
  const silent = await hold(work, { acceptance_id: acceptanceId });
  if (silent?.outcome === null) await end(work, silent, 'withdrawn');
}

/** Ends every objection whose days are over, one by one; answers with how many. */
export async function endObjections(db: Knex, perform: Perform, now: Date): Promise<number> {
  const due = await db('silent_acceptances')
    .where({ outcome: null })
    .where('object_until', '<=', now)
    .orderBy('object_until')
    .pluck('id');
  let ended = 0;
  for (const id of due) {
    await perform('system', async (work) => {
      const known = found(await work.trx('silent_acceptances').where({ id }).first(), 'acceptance');
      await holdQuestion(work, known.question_id);
      const silent = await hold(work, { id });
      if (silent?.outcome !== null || silent.object_until > work.at) return;
      await end(work, silent, 'unopposed');
      ended += 1;
    });
  }
  return ended;
}

const hold = (work: Work, key: Partial<SilentAcceptanceRow>) =>
  work.trx('silent_acceptances').where(key).forUpdate().first();

async function end(
  work: Work,
  { id }: SilentAcceptanceRow,
  outcome: NonNullable<SilentAcceptanceRow['outcome']>,
  note = '',
): Promise<void> {
  await work.trx('silent_acceptances').where({ id }).update({ outcome, note, ended_at: work.at });
  await work.record('objection over', { silentAcceptanceId: id, outcome });
}

const ENDED: Record<NonNullable<SilentAcceptanceRow['outcome']>, string> = {
  confirmed: 'You’ve kept the acceptance already.',
  objected: 'You’ve objected already, and the acceptance is withdrawn.',
  unopposed: 'The days to object are over. You can still withdraw the acceptance.',
  withdrawn: 'This acceptance has ended already.',
};
