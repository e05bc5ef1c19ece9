import assert from 'node:assert/strict';

import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from '../forum/rows.ts';
import { holdMembers } from '../members/hold-members.ts';
import { writingMember } from '../members/writing-member.ts';
import { found, NotAllowed, NotFound } from '../refusals.ts';
import type { Work } from '../work.ts';
import { noteEvent } from './note-event.ts';
import { isCaseStaff, mayHandle } from './permissions.ts';
import { dueNow } from './promise.ts';
import type { CaseRow } from './rows.ts';

/** The public thread from which a case is opened, and with which of its people. */
export type Thread = {
  question: QuestionId;
  answer?: AnswerId | undefined;
  /** Whoever asked, or whoever answered. */
  with: 'asker' | 'author';
};

/**
 * One of our people begins a case about a public thread; it is theirs. The member does not see it
 * before something is written in it. Where one about this thread is open already, it is that one.
 */
export async function openCase(work: Work, thread: Thread): Promise<CaseRow> {
  const actor = writingMember(work);
  if (!isCaseStaff(actor)) throw new NotAllowed('Only our team can do this.');
  const { question, answer, member_id } = await readThread(work, thread);
  if (!mayHandle(actor, { member_id })) {
    throw new NotAllowed('This would be a conversation with yourself.');
  }
  // Two of us who press at the same moment wait for each other here.
  await holdMembers(work, [member_id]);
  const open = await findOpen(work, { member_id, question_id: question.id });
  if (open) return open;

  const [opened] = await work
    .trx('cases')
    .insert({
      ...{ member_id, origin: 'desk', subject: question.title, topic_id: question.topic_id },
      ...{ question_id: question.id, answer_id: answer?.id ?? null },
      ...{ opened_by: actor.id, assigned_to: actor.id, due_at: await dueNow(work, NOT_YET) },
      ...{ opened_at: work.at, moved_at: work.at, waiting_since: work.at },
    })
    .returning('*');
  assert(opened?.due_at, 'the case was written');
  await noteEvent(work, opened.id, { act: 'opened' });
  await work.record('case handled', { caseId: opened.id, act: 'case-opened' });
  await work.record('case waits', {
    ...{ caseId: opened.id, memberId: member_id, dueAt: opened.due_at, isFirst: true },
    ...{ questionId: opened.question_id, answerId: opened.answer_id },
  });
  return opened;
}

const NOT_YET = { first_replied_at: null };

async function readThread({ trx }: Work, { question: id, answer: answerId, with: who }: Thread) {
  const question = found<QuestionRow>(await trx('questions').where({ id }).first(), 'question');
  const answer =
    answerId === undefined
      ? undefined
      : found<AnswerRow>(
          await trx('answers').where({ id: answerId, question_id: id }).first(),
          'answer',
        );
  const member_id = who === 'asker' ? question.author_id : answer?.author_id;
  if (member_id === undefined) throw new NotFound('We can’t find that answer.');
  return { question, answer, member_id };
}

const findOpen = (
  { trx }: Work,
  about: Pick<CaseRow, 'member_id'> & { question_id: QuestionId },
): Promise<CaseRow | undefined> =>
  trx('cases')
    .where({ ...about, origin: 'desk' })
    .whereNot({ state: 'closed' })
    .forUpdate()
    .first();
