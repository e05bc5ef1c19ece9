import { Conflict, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { holdAudit } from './hold-audit.ts';
import { mayAudit } from '../permissions.ts';
import type { AuditId } from '../rows.ts';

/** How long a claim keeps an item from colleagues, in milliseconds. */
export const CLAIM = 5 * 60_000;

/** A moderator takes an item for five minutes, so that two do not read the same. */
export async function claimAudit(work: Work, id: AuditId): Promise<void> {
  const moderator = actingModerator(work);
  const { audit, acceptance } = await holdAudit(work, id);
  if (!mayAudit(moderator, acceptance)) {
    throw new NotAllowed('You wrote, asked for or accepted this answer, so a colleague decides.');
  }
  const isTaken =
    audit.claimed_by !== null &&
    audit.claimed_by !== moderator.id &&
    audit.claimed_until !== null &&
    audit.claimed_until > work.at;
  if (audit.state !== 'waiting' || isTaken) {
    throw new Conflict('A colleague has this one. The next is waiting for you.');
  }
  await work
    .trx('audits')
    .where({ id })
    .update({ claimed_by: moderator.id, claimed_until: new Date(work.at.getTime() + CLAIM) });
}
