import assert from 'node:assert/strict';

import { Conflict, Invalid } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { cleanEmail, emailKey } from './emails.ts';
import { findMemberByEmail } from './find-members.ts';
import { endLinks, makeLink, takeLink } from './mail-links.ts';
import type { MemberRow } from './rows.ts';

/**
 * A link for the new address of the acting member; nothing where somebody has that address, which
 * is not for the member to learn. Invalid for what is no address, or their own.
 */
export async function requestEmailChange(
  work: Work,
  typed: string,
): Promise<{ email: string; token: string } | undefined> {
  const member = actingMember(work);
  const email = cleanEmail(typed);
  if (emailKey(email) === member.email_key) {
    throw new Invalid({ email: 'That’s the address you have.' });
  }
  if (await findMemberByEmail(work.trx, email)) return undefined;
  const token = await makeLink(work, member.id, 'change-email', email);
  await work.record('email change asked', { memberId: member.id });
  return { email, token };
}

/**
 * Gives a member the address to which the link was sent, which proves it. Returns the member as
 * they were, so that the old address can be told. Gone if the link is used up; Conflict if somebody
 * has taken the address since.
 */
export async function changeEmail(work: Work, token: string): Promise<MemberRow> {
  const { member_id, new_email } = await takeLink(work, token, 'change-email');
  assert(new_email, 'a link to a new address names it');
  const before = await work.trx('members').where({ id: member_id }).forUpdate().first();
  assert(before, 'members are never deleted');
  const owner = await findMemberByEmail(work.trx, new_email);
  if (owner) throw new Conflict('That address belongs to another account by now.');
  await work
    .trx('members')
    .where({ id: member_id })
    .update({
      ...{ email: new_email, email_key: emailKey(new_email), email_verified_at: work.at },
    });
  await endLinks(work, member_id, ['reset-password', 'verify-email']);
  if (before.email_verified_at === null) {
    await work.record('email verified', { memberId: member_id });
  }
  return before;
}
