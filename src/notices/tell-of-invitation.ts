import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';

/** Asks a member whether they would be a steward; what it means stands where they answer. */
export async function tellOfInvitation(
  work: Work,
  { memberId }: Events['steward invited'],
): Promise<void> {
  await tell(work, {
    kind: 'steward-invitation',
    memberId,
    dedupeKey: `steward-invitation.${String(memberId)}.${work.at.toISOString()}`,
    subject: 'Would you be a steward?',
    text:
      'Your own answers have held up so well that our team would like your opinion of others’. ' +
      'Read what a steward does, and say yes or no as you like: nothing else depends on it.',
    button: { label: 'Read the invitation', url: `${work.operator.siteUrl}/steward/invitation` },
  });
}
