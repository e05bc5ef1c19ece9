import type { Knex } from 'knex';

import { parseCursor } from '../../forum/cursors.ts';
import { pageOf, type Page } from '../../forum/question-list.ts';
import type { QuestionRow } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';

export type PostKind = 'answers' | 'questions' | 'comments';

/** A post of a member, removed or not, under its question. */
export type FiledPost = {
  id: number;
  question: Pick<QuestionRow, 'id' | 'slug' | 'title'>;
  /** What readers see of it, or saw. */
  body_html: string;
  at: Date;
  /** Why it was taken down, if it was. */
  removed: string | null;
  accepted: boolean;
  /** Whether readers cannot see it, for it or what it belongs to was taken down. */
  hidden: boolean;
};

/** A stretch of what a member wrote, with what was removed, the latest first. */
export async function readPosts(
  db: Knex,
  memberId: MemberId,
  { kind, after, limit = 5 }: { kind: PostKind; after?: string | undefined; limit?: number },
): Promise<Page<FiledPost>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: FiledPost[] }>(
    `select p.id, p.body_html, p.${AT[kind]} as at, r.reason as removed,
            json_build_object('id', q.id, 'slug', q.slug, 'title', q.title) as question,
            ${kind === 'answers' ? ACCEPTED : 'false'} as accepted,
            coalesce(p.removed_at, q.removed_at${kind === 'comments' ? ', a.removed_at' : ''})
              is not null as hidden
       from ${kind} p
       ${kind === 'comments' ? 'left join answers a on a.id = p.answer_id' : ''}
       join questions q on q.id = p.${kind === 'questions' ? 'id' : 'question_id'}
       left join removals r on r.${REMOVAL[kind]} = p.id and r.restored_at is null
      where p.author_id = :memberId and (:past::int is null or p.id < :past)
      order by p.id desc
      limit :limit`,
    { memberId, past, limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ id }) => id);
}

const AT = { answers: 'answered_at', questions: 'asked_at', comments: 'made_at' } as const;
const REMOVAL = { answers: 'answer_id', questions: 'question_id', comments: 'comment_id' } as const;
const ACCEPTED =
  'exists (select from acceptances c where c.answer_id = p.id and c.withdrawn_at is null)';
