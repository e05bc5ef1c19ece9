import { Conflict } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { endLinks } from './mail-links.ts';
import { endSessions } from './sessions.ts';

/**
 * Sets the acting member's password and signs them out everywhere but here. The current password
 * was checked before, against the hash that the member still must have: Conflict otherwise.
 */
export async function changePassword(
  work: Work,
  { passwordHash, sid }: { passwordHash: string; sid: string },
): Promise<void> {
  const { id, password_hash } = actingMember(work);
  const changed = await work
    .trx('members')
    .where({ id, password_hash })
    .update({ password_hash: passwordHash });
  if (changed === 0)
    throw new Conflict('Your password was changed meanwhile. Please sign in again.');
  await endLinks(work, id, ['reset-password', 'change-email']);
  await endSessions(work, id, sid);
}
