import type { Knex } from 'knex';

import { findAnswer, findComment, findQuestion } from '../../../forum/find-posts.ts';
import type { PostRow } from '../../../forum/posts.ts';
import type { QuestionRow } from '../../../forum/rows.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { readMaskable } from '../../../moderation/reports/mask-post.ts';
import { refOf, type SubjectColumns } from '../../../moderation/reports/subject.ts';

/** The post that a case is about, as a moderator reads it, and whether anything in it can be masked. */
export type CasePost = { post: PostRow; question: QuestionRow; maskable: boolean };

/** Undefined for a profile. */
export async function readCasePost(
  db: Knex,
  about: SubjectColumns,
  viewer: MemberRow,
): Promise<CasePost | undefined> {
  const ref = refOf(about);
  if ('profile' in ref) return undefined;
  const maskable = (await readMaskable(db, ref)).length > 0;
  if ('question' in ref) {
    const question = await findQuestion(db, ref.question, viewer);
    return { post: question, question, maskable };
  }
  if ('answer' in ref) {
    const { answer, question } = await findAnswer(db, ref.answer, viewer);
    return { post: answer, question, maskable };
  }
  const { comment, question } = await findComment(db, ref.comment, viewer);
  return { post: comment, question, maskable };
}
