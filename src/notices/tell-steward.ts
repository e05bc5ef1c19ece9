import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';

/** Tells a steward in which topics they judge from now on, and why. */
export async function tellOfTopics(
  work: Work,
  { memberId, topics, reason }: Events['steward topics changed'],
): Promise<void> {
  await tell(work, {
    ...{ kind: 'steward-topics', memberId },
    dedupeKey: `steward-topics.${String(memberId)}.${work.at.toISOString()}`,
    subject: 'Your topics as a steward have changed',
    text: `From now on they are: ${topics.join(', ')}. Our team says why: “${reason}”`,
    button: { label: 'See your appointment', url: addressOf(work) },
  });
}

/** Asks a steward to sign the undertaking anew. */
export async function askToSign(
  work: Work,
  { memberId, version }: Events['signature asked for'],
): Promise<void> {
  await tell(work, {
    ...{ kind: 'steward-undertaking', memberId },
    dedupeKey: `steward-undertaking.${String(memberId)}.${String(version)}`,
    subject: 'What stewards undertake has changed',
    text:
      'Please read the new version and sign it, if you agree. Until you have, our team judges in ' +
      'your place. You can stop instead, without giving a reason.',
    button: { label: 'Read it', url: addressOf(work) },
  });
}

const addressOf = ({ operator }: Work) => `${operator.siteUrl}/steward/invitation`;
