import { holdAnswer, refuseRemoved } from '../../forum/hold.ts';
import type { AnswerId, AnswerRow } from '../../forum/rows.ts';
import type { Events } from '../../events.ts';
import { NotAllowed } from '../../refusals.ts';
import { actorId, type Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import { mayDecideFinding } from '../permissions.ts';
import { endOutdated, markOutdated } from './mark-outdated.ts';

/**
 * A moderator decides whether readers are told that an answer may be out of date; of their own they
 * leave it to a colleague (403). Logged.
 */
export async function decideOutdated(
  work: Work,
  { answer: id, outdated }: { answer: AnswerId; outdated: boolean },
): Promise<AnswerRow> {
  const moderator = actingModerator(work);
  const { answer, question } = await holdAnswer(work, id);
  refuseRemoved(question, answer);
  if (!mayDecideFinding(moderator, answer)) {
    throw new NotAllowed('You wrote it, so a colleague decides. You can edit it.');
  }
  const marked = await work.trx('outdated_marks').where({ answer_id: id, ended_at: null }).first();
  if (outdated && marked) return answer;
  if (outdated) await markOutdated(work, id, { because: 'staff', by: moderator.id });
  else await endOutdated(work, id, { because: 'works', by: moderator.id });
  const act = outdated ? 'outdated-marked' : 'outdated-cleared';
  await logAct(work, { act, subject: `answer:${String(id)}` });
  return answer;
}

/** An answer that was edited is as new as its edit. */
export async function clearEdited(
  work: Work,
  { answerId }: Events['answer edited'],
): Promise<void> {
  await endOutdated(work, answerId, { because: 'edited', by: actorId(work) });
}
