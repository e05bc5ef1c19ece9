import type { HeldPost } from '../../forum/held-post.ts';
import { holdPost } from '../../forum/held-post.ts';
import { findLiveAcceptance, findLiveAcceptanceOf } from '../../forum/acceptances.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import type { ReportCaseRow } from '../rows.ts';

/** What can be reported: a post, or somebody's profile. */
export type ReportRef = PostRef | { profile: MemberId };

/** The columns that name what a case is about; exactly one is filled. */
export type SubjectColumns = Pick<
  ReportCaseRow,
  'question_id' | 'answer_id' | 'comment_id' | 'profile_id'
>;

/** What is reported, held still: the post with its question, or the member. */
export type HeldSubject = {
  columns: SubjectColumns;
  author_id: MemberId;
  post: HeldPost | null;
};

export async function holdSubject(work: Work, ref: ReportRef): Promise<HeldSubject> {
  if ('profile' in ref) {
    const [member] = await holdMembers(work, [ref.profile]);
    const { id } = found(member, 'member');
    return { columns: { ...NOTHING, profile_id: id }, author_id: id, post: null };
  }
  const held = await holdPost(work, ref);
  return { columns: columnsOf(ref), author_id: held.post.author_id, post: held };
}

/** What a case is about. */
export function refOf({
  question_id,
  answer_id,
  comment_id,
  profile_id,
}: SubjectColumns): ReportRef {
  if (question_id !== null) return { question: question_id };
  if (answer_id !== null) return { answer: answer_id };
  if (comment_id !== null) return { comment: comment_id };
  return { profile: found(profile_id ?? undefined, 'profile') };
}

/** The columns of a case about something. */
export function columnsOf(ref: ReportRef): SubjectColumns {
  if ('question' in ref) return { ...NOTHING, question_id: ref.question };
  if ('answer' in ref) return { ...NOTHING, answer_id: ref.answer };
  if ('comment' in ref) return { ...NOTHING, comment_id: ref.comment };
  return { ...NOTHING, profile_id: ref.profile };
}

/** The acceptance whose reward waits while a post is reported: of the answer, or of its question. */
export async function acceptanceAtStake(
  work: Work,
  { post }: HeldSubject,
): Promise<AcceptanceId | null> {
  if (!post || post.kind === 'comment') return null;
  const live =
    post.kind === 'answer'
      ? await findLiveAcceptanceOf(work.trx, post.post)
      : await findLiveAcceptance(work.trx, post.question.id);
  return live?.id ?? null;
}

const NOTHING: SubjectColumns = {
  ...{ question_id: null, answer_id: null, comment_id: null, profile_id: null },
};
