import type { MemberId, MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';

/** A member who can be written to: with an address that they have shown to be theirs. */
export async function findRecipient(
  work: Work,
  id: MemberId,
): Promise<(MemberRow & { email: string }) | undefined> {
  const member = await work.trx('members').where({ id }).first();
  const { email, email_verified_at } = member ?? {};
  return member && email && email_verified_at ? { ...member, email } : undefined;
}
