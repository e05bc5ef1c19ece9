import type { Knex } from 'knex';

import type { AnswerId, AnswerRow, QuestionRow } from '../../forum/rows.ts';
import { visible } from '../../forum/visible.ts';
import type { NearCopyRow } from '../rows.ts';

/** An earlier answer that an answer repeats, as a person compares the two. */
export type NearCopy = Pick<NearCopyRow, 'kind' | 'own' | 'similarity' | 'found_at'> & {
  source: Pick<AnswerRow, 'id' | 'body' | 'answered_at'>;
  /** Who wrote the source. */
  author: string;
  question: Pick<QuestionRow, 'id' | 'slug' | 'title'>;
};

/**
 * What an answer repeats as it stands now, or stood when it was judged at an instant, the likest
 * first and other people's before its author's own; only what readers can see.
 */
export async function readNearCopies(
  db: Knex,
  answer: AnswerId,
  { judged = null }: { judged?: Date | null } = {},
): Promise<NearCopy[]> {
  const { rows } = await db.raw<{ rows: Columns[] }>(
    `select n.kind, n.own, n.similarity, n.found_at, a.id, a.body, a.answered_at,
            m.name as author,
            json_build_object('id', q.id, 'slug', q.slug, 'title', q.title) as question
       from near_copies n
       join answers a on a.id = n.source_answer_id
       join questions q on q.id = a.question_id
       join members m on m.id = a.author_id
      where n.answer_id = :answer and ${visible.answer}
        and n.found_at <= coalesce(cast(:judged as timestamptz), n.found_at)
        and (n.gone_at is null or n.gone_at >= cast(:judged as timestamptz))
      order by n.own, n.similarity desc, n.id`,
    { answer, judged },
  );
  return rows.map(({ id, body, answered_at, ...row }) => ({
    ...row,
    source: { id, body, answered_at },
  }));
}

type Columns = Omit<NearCopy, 'source'> & NearCopy['source'];

/**
 * Whether an answer says word for word what somebody else's said before. Nothing less is plain
 * enough to decide without a person.
 */
export const isPlainCopy = async (db: Knex, answer: AnswerId): Promise<boolean> => {
  const plain = { answer_id: answer, kind: 'exact', own: false, gone_at: null } as const;
  return (await db('near_copies').where(plain).first('id')) !== undefined;
};
