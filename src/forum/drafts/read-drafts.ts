import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { DraftRow, QuestionRow } from '../rows.ts';
import { visible } from '../visible.ts';

/** What a member has kept for a form; blank where it was posted or discarded a moment ago. */
export const findDraft = (
  db: Knex,
  { member_id, question_id }: Pick<DraftRow, 'member_id' | 'question_id'>,
): Promise<DraftRow | undefined> => db('drafts').where({ member_id, question_id }).first();

/** Whether nothing is typed. */
export const isBlank = ({ title, body }: Pick<DraftRow, 'title' | 'body'>) =>
  title.trim() === '' && body.trim() === '';

/** A draft in a list; `answers` is the question it answers, while readers can see that. */
export type ListedDraft = DraftRow & { answers: Pick<QuestionRow, 'title' | 'slug'> | null };

/** A member's own drafts, the latest first; nobody else's are ever read. */
export async function listDrafts(db: Knex, member: MemberId): Promise<ListedDraft[]> {
  const { rows } = await db.raw<{ rows: ListedDraft[] }>(LIST, [member]);
  return rows.filter((draft) => !isBlank(draft));
}

/** Each question has at most one, and old ones go: there are never too many for a page. */
const LIST = `
  select d.*, case when q.id is not null and ${visible.question} then
           json_build_object('title', q.title, 'slug', q.slug) end as answers
    from drafts d
    left join questions q on q.id = d.question_id
   where d.member_id = ?
   order by d.saved_at desc, d.id desc
   limit 100`;
