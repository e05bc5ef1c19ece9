import type { Events } from '../events.ts';
import { actingMember, type Work } from '../work.ts';
import { tell } from './tell.ts';
import { conversationUrl } from './thread-link.ts';

/** Tells a member that there is something to read in private: not what, nor what it is about. */
export async function tellOfCaseReply(
  work: Work,
  { caseId, messageId, memberId }: Events['case replied'],
): Promise<void> {
  await tell(work, {
    ...{ kind: 'case-reply', memberId, caseId },
    dedupeKey: `case-reply.${String(messageId)}`,
    subject: `${actingMember(work).name} replied to you privately`,
    text: 'Our team has written to you. What it says is only on the site, for you and our team.',
    button: { label: 'Read it', url: conversationUrl(work.operator, caseId) },
  });
}

/** Tells a member that we closed a private conversation, and that a reply opens it again. */
export async function tellOfCaseClosed(
  work: Work,
  { caseId, memberId }: Events['case closed'],
): Promise<void> {
  await tell(work, {
    ...{ kind: 'case-closed', memberId, caseId },
    dedupeKey: `case-closed.${String(caseId)}.${work.at.toISOString()}`,
    subject: `${actingMember(work).name} closed a private conversation with you`,
    text: 'If something is left, just reply in it, and it opens again.',
    button: { label: 'Open the conversation', url: conversationUrl(work.operator, caseId) },
  });
}
