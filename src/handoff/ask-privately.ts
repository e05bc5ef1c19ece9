import assert from 'node:assert/strict';

import type { AnswerId, QuestionId } from '../forum/rows.ts';
import { holdMembers } from '../members/hold-members.ts';
import { found } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { noteEvent } from './note-event.ts';
import { dueNow } from './promise.ts';
import type { CaseRow } from './rows.ts';
import { findSent, writeMessage, type Drawing, type Writing } from './write-message.ts';

/** What a member asks our team alone. */
export type PrivateQuestion = Writing & {
  subject: string;
  origin: 'asked' | 'turned-away';
  /** The slug of a topic, where one was chosen. */
  topic?: string | undefined;
  /** The public thread it came from. */
  question?: QuestionId | undefined;
  answer?: AnswerId | undefined;
};

/**
 * Opens a case that only whoever asks and our team can read; asked twice under one key, it is one.
 * A sanction does not keep anybody from it: it is how they ask why.
 */
export async function askPrivately(
  work: Work,
  markdown: Drawing,
  asked: PrivateQuestion,
): Promise<CaseRow> {
  const member = actingMember(work);
  // Two sendings of one form wait for each other here.
  await holdMembers(work, [member.id]);
  const sent = await findSent(work, asked.key);
  if (sent)
    return found(await work.trx('cases').where({ id: sent.case_id }).first(), 'conversation');

  const opened = await insertCase(work, asked);
  assert(await writeMessage(work, markdown, opened, asked), 'nothing was sent under this key');
  await noteEvent(work, opened.id, { act: 'opened' });
  await work.record('case waits', {
    ...{ caseId: opened.id, memberId: member.id, isFirst: true },
    ...{ questionId: opened.question_id, answerId: opened.answer_id },
    dueAt: found(opened.due_at ?? undefined, 'promise'),
  });
  return opened;
}

async function insertCase(work: Work, asked: PrivateQuestion): Promise<CaseRow> {
  const { subject, origin, topic: slug, question, answer } = asked;
  const member_id = actingMember(work).id;
  const topic = slug === undefined ? undefined : await work.trx('topics').where({ slug }).first();
  const [opened] = await work
    .trx('cases')
    .insert({
      ...{ member_id, subject, origin, topic_id: topic?.id ?? null },
      ...{ question_id: question ?? null, answer_id: answer ?? null, opened_by: member_id },
      ...{ opened_at: work.at, moved_at: work.at, waiting_since: work.at },
      ...{ last_message_at: work.at, due_at: await dueNow(work, { first_replied_at: null }) },
    })
    .returning('*');
  assert(opened, 'the case was written');
  return opened;
}
