import { hasBlocked } from '../../members/read-blocks.ts';
import { isLimited } from '../../members/standing.ts';
import { writingMember } from '../../members/writing-member.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import { actingMember, type Work } from '../../work.ts';
import { refuseRemoved } from '../hold.ts';
import { found } from '../../refusals.ts';
import type { QuestionId, QuestionRow } from '../rows.ts';
import { tellWatchers } from './tell-watchers.ts';

/** Milliseconds for which somebody counts as writing after they last said so. */
export const ANSWERING_FOR = 10 * 60_000;

/** How many questions somebody can be seen to answer at once; the one that ends first gives way. */
const AT_ONCE = 3;

/**
 * Notes that a member is writing an answer, for ten minutes from now; it keeps nobody from
 * answering. Refuses the suspended, and a question that was removed (410). It comes to nothing, and
 * does not say so, where the asker has blocked them, where their posts wait for a look first, and on
 * a question that is solved.
 */
export async function noteAnswering(
  work: Work,
  { question: question_id }: { question: QuestionId },
): Promise<void> {
  const member = writingMember(work);
  const question = found(
    await work.trx('questions').where({ id: question_id }).first(),
    'question',
  );
  refuseRemoved(question);
  if (await isUnseen(work, member, question)) return;

  const until = new Date(work.at.getTime() + ANSWERING_FOR);
  const note = { question_id, member_id: member.id };
  const before = await work.trx('answering_notes').where(note).first();
  await work
    .trx('answering_notes')
    .insert({ ...note, until })
    .onConflict(['question_id', 'member_id'])
    .merge(['until']);
  if (before && before.until > work.at) return;
  await dropSurplus(work, member.id);
  await tellWatchers(work, { questionId: question_id });
}

/** Ends a member's note before its time; where there is none, nothing happens. */
export async function stopAnswering(
  work: Work,
  { question: questionId }: { question: QuestionId },
): Promise<void> {
  await endNote(work, { questionId, memberId: actingMember(work).id });
}

/** Deletes the notes that have lapsed. */
export async function deleteLapsedNotes({ trx, at }: Work): Promise<void> {
  await trx('answering_notes').where('until', '<=', at).delete();
}

async function endNote(
  work: Work,
  { questionId, memberId }: { questionId: QuestionId; memberId: MemberId },
): Promise<void> {
  const note = { question_id: questionId, member_id: memberId };
  const ended = await work.trx('answering_notes').where(note).delete();
  if (ended > 0) await tellWatchers(work, { questionId });
}

async function isUnseen({ trx, at }: Work, member: MemberRow, question: QuestionRow) {
  if (question.state !== 'open' || isLimited(member, at)) return true;
  return hasBlocked(trx, question.author_id, member.id);
}

async function dropSurplus(work: Work, member_id: MemberId): Promise<void> {
  const surplus = await work
    .trx('answering_notes')
    .where({ member_id })
    .andWhere('until', '>', work.at)
    .orderBy([
      { column: 'until', order: 'desc' },
      { column: 'question_id', order: 'desc' },
    ])
    .select('question_id');
  for (const { question_id: questionId } of surplus.slice(AT_ONCE)) {
    await endNote(work, { questionId, memberId: member_id });
  }
}
