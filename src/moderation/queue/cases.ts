import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import { openItem, settleItem } from './items.ts';

/** Puts a private case that waits for us before staff, due when the member was promised a reply. */
export async function queueCase(work: Work, waits: Events['case waits']): Promise<void> {
  await openItem(work, {
    ...{ kind: 'case', subject_id: waits.caseId, risk: 3, dueAt: waits.dueAt },
    ...{ question_id: waits.questionId, answer_id: waits.answerId, member_id: waits.memberId },
    ...{ reasons: [waits.isFirst ? 'case-unanswered' : 'case-answered-back'] },
    barred: [waits.memberId],
  });
}

/** Takes a case that no longer waits for us out of the queue. */
export async function settleCase(work: Work, { caseId }: Events['case rests']): Promise<void> {
  await settleItem(work, { kind: 'case', subject_id: caseId });
}

/** Keeps in the log that somebody of ours acted on a case; nothing of what was said in it. */
export async function logCase(work: Work, { caseId, act }: Events['case handled']): Promise<void> {
  await logAct(work, { act, subject: `case:${String(caseId)}` });
}

/** Keeps in the log that an admin changed what we promise to whoever asks in private, and why. */
export async function logPromise(
  work: Work,
  { version, reason }: Events['case promise changed'],
): Promise<void> {
  const subject = `promise:${String(version)}`;
  await logAct(work, { act: 'case-promise-changed', subject, reason });
}
