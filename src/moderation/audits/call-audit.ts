import { findLiveAcceptanceOf } from '../../forum/acceptances.ts';
import { holdAnswer } from '../../forum/hold.ts';
import type { AnswerId } from '../../forum/rows.ts';
import { Conflict, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { openAudit } from './draw-audit.ts';
import { logAct } from '../log.ts';
import { isRecused } from '../permissions.ts';

/** A moderator asks for an accepted answer to be audited, drawn or not, paid or not. */
export async function callAudit(work: Work, answerId: AnswerId): Promise<void> {
  const moderator = actingModerator(work);
  const { answer } = await holdAnswer(work, answerId);
  const acceptance = await findLiveAcceptanceOf(work.trx, answer);
  if (!acceptance) {
    throw new Conflict('Only an accepted answer can be audited, and this one is not accepted.');
  }
  if (isRecused(moderator, acceptance)) {
    throw new NotAllowed('You wrote, asked for or accepted this answer, so a colleague decides.');
  }
  const waiting = await work
    .trx('audits')
    .where({ acceptance_id: acceptance.id, state: 'waiting' })
    .first();
  if (waiting) throw new Conflict('This answer is already waiting in the queue.');
  await openAudit(work, acceptance.id, 'called');
  await logAct(work, { act: 'audit-called', subject: `answer:${String(answer.id)}` });
}
