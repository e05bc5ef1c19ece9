import { NotFound } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { makeLink, takeLink } from './mail-links.ts';
import type { MemberId, MemberRow } from './rows.ts';

/** Confirms that a member reads the mail that is sent to them; Gone if the link is used up. */
export async function verifyEmail(work: Work, token: string): Promise<void> {
  const { member_id } = await takeLink(work, token, 'verify-email');
  await markVerified(work, member_id);
}

/** Says that a member's address is theirs, once; rewards that waited for it go on. */
export async function markVerified(work: Work, memberId: MemberId): Promise<void> {
  const verified = await work
    .trx('members')
    .where({ id: memberId, email_verified_at: null })
    .update({ email_verified_at: work.at });
  if (verified > 0) await work.record('email verified', { memberId });
}

/** A new link for a member whose first has run out; nothing if their address is verified. */
export async function requestVerification(
  work: Work,
): Promise<{ member: MemberRow; token: string } | undefined> {
  const member = await work
    .trx('members')
    .where({ id: actingMember(work).id })
    .first();
  if (!member) throw new NotFound();
  if (member.email_verified_at !== null || member.email === null) return undefined;
  return { member, token: await makeLink(work, member.id, 'verify-email') };
}
