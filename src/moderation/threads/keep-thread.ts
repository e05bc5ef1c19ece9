import type { QuestionId } from '../../forum/rows.ts';
import { lockQuestion, unlockQuestion } from '../../forum/threads/lock-question.ts';
import { moveQuestion } from '../../forum/threads/move-question.ts';
import { pinQuestion, unpinQuestion, type Pinning } from '../../forum/threads/pin-question.ts';
import { Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator moves a question to another topic, and says why. */
export async function moveThread(
  work: Work,
  { question, topic, reason }: { question: QuestionId; topic: string; reason: string },
): Promise<void> {
  startFor(work, reason);
  const { from, to } = await moveQuestion(work, question, topic);
  const note = `from ${from.name} to ${to.name}`;
  await logAct(work, { act: 'question-moved', subject: nameOf(question), reason, note });
}

/** A moderator locks a thread, or opens it again, and says why; readers see why it is locked. */
export async function lockThread(
  work: Work,
  { question, on, reason }: { question: QuestionId; on: boolean; reason: string },
): Promise<void> {
  startFor(work, reason);
  if (on) await lockQuestion(work, question, reason);
  else await unlockQuestion(work, question);
  const act = on ? 'question-locked' : 'question-unlocked';
  await logAct(work, { act, subject: nameOf(question), reason });
}

/** A moderator pins a question in a list for some days, and says why. */
export async function pinThread(work: Work, pinning: Pinning): Promise<void> {
  startFor(work, pinning.reason);
  await pinQuestion(work, pinning);
  const { question, place, days, reason } = pinning;
  const note = `${place === 'home' ? 'the home page' : 'its topic'}, ${String(days)} days`;
  await logAct(work, { act: 'question-pinned', subject: nameOf(question), reason, note });
}

/** A moderator takes it down before its time, and says why. */
export async function unpinThread(work: Work, pinned: Omit<Pinning, 'days'>): Promise<void> {
  startFor(work, pinned.reason);
  await unpinQuestion(work, pinned);
  const { question, place, reason } = pinned;
  const note = place === 'home' ? 'the home page' : 'its topic';
  await logAct(work, { act: 'question-unpinned', subject: nameOf(question), reason, note });
}

const nameOf = (question: QuestionId) => `question:${String(question)}`;

function startFor(work: Work, reason: string): void {
  actingModerator(work);
  if (reason.trim() === '') throw new Invalid({ reason: 'Say why.' });
}
