import type { Work } from '../work.ts';
import { findMemberByEmail } from './find-members.ts';
import { endLinks, makeLink, takeLink } from './mail-links.ts';
import type { MemberId, MemberRow } from './rows.ts';
import { endSessions } from './sessions.ts';
import { markVerified } from './verify-email.ts';

/** A link to a new password for whoever has this address; nothing where nobody has. */
export async function requestReset(
  work: Work,
  email: string,
): Promise<{ member: MemberRow; token: string } | undefined> {
  const member = await findMemberByEmail(work.trx, email);
  return member && { member, token: await makeLink(work, member.id, 'reset-password') };
}

/**
 * Sets a new password by a link, and signs the member out everywhere. Whoever has the link reads
 * the mail, so the address counts as verified. Gone if the link is used up.
 */
export async function resetPassword(
  work: Work,
  token: string,
  passwordHash: string,
): Promise<MemberId> {
  const { member_id } = await takeLink(work, token, 'reset-password');
  await work.trx('members').where({ id: member_id }).update({ password_hash: passwordHash });
  await endLinks(work, member_id, ['change-email']);
  await endSessions(work, member_id);
  await markVerified(work, member_id);
  return member_id;
}
