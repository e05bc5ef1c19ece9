import type { Knex } from 'knex';

import type { QuestionRow } from '../../forum/rows.ts';
import { found } from '../../refusals.ts';
import type { StewardReviewId, StewardReviewRow, VerdictRow } from '../rows.ts';

/** A decision of stewards, as whoever judges it afterwards has it before them. */
export type ReviewItem = StewardReviewRow & {
  question: Pick<QuestionRow, 'id' | 'slug' | 'title' | 'body_html'>;
  topic: string;
  answer_id: number;
  /** The text that the stewards had read. */
  text: string;
  acceptance: { author_id: number; asker_id: number; accepted_by: number; withdrawn: boolean };
  /** What the stewards decided, and whether it still stands. */
  decided: Pick<VerdictRow, 'verdict' | 'reason' | 'note' | 'decided_at' | 'undone_at'>;
  reviewer: string | null;
};

/** A decision of stewards that was drawn or failed an answer; 404 if there is none. */
export async function readReview(db: Knex, id: StewardReviewId): Promise<ReviewItem> {
  const { rows } = await db.raw<{ rows: ReviewItem[] }>(REVIEW, [id]);
  return found(rows[0], 'decision');
}

const REVIEW = `
  select r.*, t.name as topic, n.id as answer_id, was.body as text, m.name as reviewer,
         json_build_object('id', q.id, 'slug', q.slug, 'title', q.title, 'body_html', q.body_html)
           as question,
         json_build_object('author_id', c.author_id, 'asker_id', c.asker_id,
           'accepted_by', c.accepted_by, 'withdrawn', c.withdrawn_at is not null) as acceptance,
         json_build_object('verdict', v.verdict, 'reason', v.reason, 'note', v.note,
           'decided_at', v.decided_at, 'undone_at', v.undone_at) as decided
    from steward_reviews r
    join verdicts v on v.id = r.verdict_id
    join audits a on a.id = r.audit_id
    join acceptances c on c.id = a.acceptance_id
    join answers n on n.id = c.answer_id
    join answer_versions was on was.answer_id = n.id and was.version = v.answer_version
    join questions q on q.id = c.question_id
    join topics t on t.id = r.topic_id
    left join members m on m.id = r.reviewer_id
   where r.id = ?`;
