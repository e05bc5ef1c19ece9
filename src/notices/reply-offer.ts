import assert from 'node:assert/strict';

import type { MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { replyAddress, type ReplyTarget } from './reply-address.ts';
import type { NoticeRow } from './rows.ts';

/** Where a reply to a mail goes, and what the mail says becomes of it. */
export type ReplyOffer = { address: string; says: string };

type About = Pick<NoticeRow, 'kind'> &
  Partial<Pick<NoticeRow, 'question_id' | 'answer_id' | 'case_id'>>;

/**
 * The offer of a mail that tells a member of these things: undefined where no mail comes in, where
 * there is nothing to say to them, or where they are not all about the same.
 */
export async function offerReply(
  work: Work,
  member: Pick<MemberRow, 'id' | 'email_key'>,
  about: readonly About[],
): Promise<ReplyOffer | undefined> {
  const [target, ...others] = about.map(replyTargetOf);
  if (!target || others.some((other) => !isSame(target, other))) return undefined;
  const address = await replyAddress(work, member, target);
  return address === undefined
    ? undefined
    : { address, says: `Reply to this mail and ${await becomes(work, member, target)}` };
}

/** A reply goes to what the mail shows: the answer, or else the question, or the conversation. */
function replyTargetOf({ kind, question_id, answer_id, case_id }: About): ReplyTarget | undefined {
  if (!ANSWERABLE.has(kind)) return undefined;
  if (case_id) return { case: case_id };
  if (answer_id) return { answer: answer_id };
  return question_id ? { question: question_id } : undefined;
}

const ANSWERABLE: ReadonlySet<NoticeRow['kind']> = new Set([
  ...(['answered', 'commented', 'followed-answer', 'solved', 'accepted', 'reminder'] as const),
  ...(['case-reply', 'case-closed'] as const),
]);

const isSame = (one: ReplyTarget, other: ReplyTarget | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

async function becomes(
  { trx }: Work,
  member: Pick<MemberRow, 'id'>,
  target: ReplyTarget,
): Promise<string> {
  if ('case' in target) return 'it goes to our team alone, in the same conversation.';
  const post =
    'answer' in target
      ? await trx('answers').where({ id: target.answer }).first('author_id')
      : await trx('questions').where({ id: target.question }).first('author_id');
  const author = post && (await trx('members').where({ id: post.author_id }).first('id', 'name'));
  assert(author, 'a mail is about a post that somebody wrote');
  const whose = author.id === member.id ? 'your' : `${author.name}’s`;
  const what = 'answer' in target ? 'answer' : 'question';
  return `it is posted as a comment under ${whose} ${what}, where everybody can read it.`;
}
