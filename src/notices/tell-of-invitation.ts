import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { findRecipient } from './recipients.ts';
import { writeMail } from './write-mail.ts';

/** Asks a member whether they would be a steward; what it means stands where they answer. */
export async function tellOfInvitation(
  work: Work,
  { memberId }: Events['steward invited'],
): Promise<void> {
  const member = await findRecipient(work, memberId);
  if (!member) return;
  await writeMail(work, {
    kind: 'steward-invitation',
    memberId,
    to: member.email,
    dedupeKey: `steward-invitation.${String(memberId)}.${work.at.toISOString()}`,
    subject: 'Would you be a steward?',
    text:
      'Your own answers have held up so well that our team would like your opinion of others’. ' +
      'Read what a steward does, and say yes or no as you like: nothing else depends on it.',
    button: { label: 'Read the invitation', url: `${work.operator.siteUrl}/steward/invitation` },
  });
}
