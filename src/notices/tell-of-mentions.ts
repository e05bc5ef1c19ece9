import assert from 'node:assert/strict';

import type { AnswerId, CommentId, QuestionId, QuestionRow } from '../forum/rows.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { mentionedIn } from './mentioned-in.ts';
import { tell } from './tell.ts';
import { answerUrl, commentUrl, questionUrl } from './thread-link.ts';

/** A post, as its events name it. */
type Posted = { questionId: QuestionId; answerId?: AnswerId | null; commentId?: CommentId | null };

/** A post that readers see: who wrote it, and who hears of it already. */
type Post = {
  kind: 'question' | 'answer' | 'comment';
  id: number;
  author_id: MemberId;
  body_html: string;
  told: MemberId | undefined;
};

/**
 * Tells the members whom a post mentions, at most five; not before readers can see it, each once
 * however often it is edited, and nobody who hears of it as an answer or a comment to them.
 */
export async function tellOfMentions(work: Work, posted: Posted): Promise<void> {
  const question = await work.trx('questions').where({ id: posted.questionId }).first();
  assert(question, 'every post belongs to a question');
  const post = await readPost(work, question, posted);
  if (!post) return;
  const names = mentionedIn(post.body_html).slice(0, MOST);
  if (names.length === 0) return;
  const author = await work.trx('members').where({ id: post.author_id }).first();
  assert(author, 'somebody wrote it');
  const members = await work.trx('members').whereIn('name', names).orderBy('id');
  for (const { id } of members.filter((member) => member.id !== post.told)) {
    await tellOne(work, { memberId: id, author, post, question, posted });
  }
}

/** Whoever names more wants a crowd, and gets the first of it. */
const MOST = 5;

type Telling = {
  memberId: MemberId;
  author: MemberRow;
  post: Post;
  question: QuestionRow;
  posted: Posted;
};

async function tellOne(work: Work, { memberId, author, post, question, posted }: Telling) {
  const { questionId, answerId = null, commentId = null } = posted;
  await tell(work, {
    ...{ kind: 'mentioned', memberId, by: author.id },
    dedupeKey: `mentioned.${post.kind}.${String(post.id)}.${String(memberId)}`,
    about: { questionId, answerId, commentId },
    subject: `${author.name} mentioned you: ${question.title}`,
    text: `${author.name} mentioned you in ${NAMES[post.kind]} “${question.title}”.`,
    button: { label: 'Read it', url: urlOf(work, question, posted) },
  });
}

const NAMES: Record<Post['kind'], string> = {
  question: 'the question',
  answer: 'an answer to',
  comment: 'a comment on',
};

function urlOf({ operator }: Work, question: QuestionRow, { answerId, commentId }: Posted): string {
  if (commentId) return commentUrl(operator, question, commentId);
  return answerId ? answerUrl(operator, question, answerId) : questionUrl(operator, question);
}

/** The post, unless it or what it stands under is hidden. */
async function readPost(
  { trx }: Work,
  question: QuestionRow,
  { answerId, commentId }: Posted,
): Promise<Post | undefined> {
  const comment = commentId ? await trx('comments').where({ id: commentId }).first() : undefined;
  const above = comment ? comment.answer_id : answerId;
  const answer = above ? await trx('answers').where({ id: above }).first() : undefined;
  if ([question, answer, comment].some((post) => post && post.removed_at !== null)) {
    return undefined;
  }
  if (comment) return { ...comment, kind: 'comment', told: (answer ?? question).author_id };
  if (answer) return { ...answer, kind: 'answer', told: question.author_id };
  return { ...question, kind: 'question', told: undefined };
}
