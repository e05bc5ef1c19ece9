import assert from 'node:assert/strict';

import type { TopicId } from '../forum/rows.ts';
import { hasBlocked } from '../members/read-blocks.ts';
import type { Work } from '../work.ts';
import { eventOf } from './events.ts';
import { mailNotice } from './mail-notice.ts';
import type { Notice } from './notice.ts';
import { readChoice } from './preferences.ts';
import type { NoticeId } from './rows.ts';

/**
 * Tells a member something, in the transaction of what happened and as they have chosen: once,
 * however often it is told; nothing of their own doing, of whom they have blocked, or of a thread
 * that they have muted.
 */
export async function tell(work: Work, notice: Notice): Promise<void> {
  const member = await work.trx('members').where({ id: notice.memberId }).first();
  assert(member, 'who is told something is a member');
  if (await isSpared(work, notice)) return;
  const choice = await readChoice(
    ...[work.trx, member.id, eventOf(notice.kind)],
    await topicOf(work, notice),
  );
  const id = await insertNotice(work, notice, choice.inApp);
  if (id !== undefined) await mailNotice(work, { id, notice, member, how: choice.email });
}

/** What has not been shown yet never was, and what has not been sent yet is not. */
export async function untell(work: Work, dedupe_key: string): Promise<void> {
  const notice = await work.trx('notices').where({ dedupe_key }).first();
  if (!notice) return;
  const { id, mail_id } = notice;
  const unsent = work.trx('mails').where({ sent_at: null }).select('id');
  await work.trx('notices').where({ id }).whereIn('mail_id', unsent).update({ mail_id: null });
  await work.trx('notices').where({ id }).where('happened_at', '>', work.at).delete();
  if (mail_id === null) return;
  const mail = { id: mail_id, sent_at: null, bundle: null };
  const cancelled = await work.trx('mails').where(mail).update({ cancelled_at: work.at });
  if (cancelled > 0) await work.trx('thread_mails').where({ mail_id }).delete();
}

async function isSpared(work: Work, { kind, memberId, about, by }: Notice): Promise<boolean> {
  if (by !== undefined && (by === memberId || (await hasBlocked(work.trx, memberId, by)))) {
    return true;
  }
  if (!about || eventOf(kind) === undefined) return false;
  const muted = { member_id: memberId, question_id: about.questionId };
  return (await work.trx('thread_mutes').where(muted).first()) !== undefined;
}

async function topicOf(work: Work, { about }: Notice): Promise<TopicId | undefined> {
  if (!about) return undefined;
  const question = await work.trx('questions').where({ id: about.questionId }).first('topic_id');
  return question?.topic_id;
}

async function insertNotice(
  work: Work,
  { dedupeKey, memberId, kind, about, caseId, by, button, path, sendAfter }: Notice,
  in_app: boolean,
): Promise<NoticeId | undefined> {
  const { pathname, hash } = new URL(button.url);
  const [told] = await work
    .trx('notices')
    .insert({
      ...{ dedupe_key: dedupeKey, member_id: memberId, kind, event: eventOf(kind) ?? null, in_app },
      ...{ question_id: about?.questionId ?? null, answer_id: about?.answerId ?? null },
      ...{ comment_id: about?.commentId ?? null, case_id: caseId ?? null, actor_id: by ?? null },
      ...{ path: path ?? pathname + hash, happened_at: sendAfter ?? work.at },
    })
    .onConflict('dedupe_key')
    .ignore()
    .returning('id');
  return told?.id;
}
