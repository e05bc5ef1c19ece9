import { letThrough } from '../../forum/hold-back.ts';
import { Conflict, NotAllowed } from '../../refusals.ts';
import type { SuspicionId } from '../../trust/rows.ts';
import { holdSuspicion, learnFine, settleSuspicion } from '../../trust/spam/suspicions.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import { mayDecideFinding } from '../permissions.ts';
import { removePost } from './remove-post.ts';

export type SuspicionDecision = { decision: 'approve' | 'spam'; note: string };

/**
 * A moderator says whether a post that waits is fine, and readers see it; or spam, and it is removed.
 * Either is learnt. Decided by a colleague meanwhile: 409. One's own post: 403.
 */
export async function decideSuspicion(
  work: Work,
  id: SuspicionId,
  { decision, note }: SuspicionDecision,
): Promise<void> {
  const moderator = actingModerator(work);
  const { suspicion, ref, held } = await holdSuspicion(work, id);
  if (!mayDecideFinding(moderator, held.post)) {
    throw new NotAllowed('You wrote this, so a colleague decides.');
  }
  if (suspicion.state !== 'waiting')
    throw new Conflict('A colleague has decided this one meanwhile.');
  if (decision === 'spam') {
    await settleSuspicion(work, suspicion, 'spam');
    await removePost(work, ref, { reason: 'spam', note });
    return;
  }
  await settleSuspicion(work, suspicion, 'approved');
  await learnFine(work, ref);
  if (held.post.held_at !== null) await letThrough(work, ref);
  const subject = `${held.kind}:${String(held.post.id)}`;
  await logAct(work, { act: 'post-approved', subject, reason: suspicion.reasons[0] ?? '', note });
}
