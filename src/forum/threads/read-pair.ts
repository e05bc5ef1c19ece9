import type { Knex } from 'knex';

import { found } from '../../refusals.ts';
import type { QuestionId, QuestionRow } from '../rows.ts';

/** A question as a moderator weighs it beside another. */
export type PairMember = Pick<
  QuestionRow,
  'id' | 'slug' | 'title' | 'excerpt' | 'state' | 'asked_at' | 'answer_count' | 'merged_into'
> & {
  asker: string;
  topic: string;
  followers: number;
  /** Who wrote the answer that is accepted; null where none is. */
  accepted_author: string | null;
  /** Whether readers can see it. */
  stands: boolean;
};

/** What there is to know of a question before it is merged; 404 if there is none. */
export async function readPairMember(db: Knex, id: QuestionId): Promise<PairMember> {
  const { rows } = await db.raw<{ rows: PairMember[] }>(
    `select q.id, q.slug, q.title, q.excerpt, q.state, q.asked_at, q.answer_count, q.merged_into,
            m.name as asker, t.name as topic, q.removed_at is null as stands,
            (select count(*)::int from follows f where f.question_id = q.id) as followers,
            (select w.name from acceptances c join members w on w.id = c.author_id
              where c.question_id = q.id and c.withdrawn_at is null) as accepted_author
       from questions q
       join members m on m.id = q.author_id
       join topics t on t.id = q.topic_id
      where q.id = ?`,
    [id],
  );
  return found(rows[0], 'question');
}
