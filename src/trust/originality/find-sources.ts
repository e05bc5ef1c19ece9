import type { Knex } from 'knex';

import type { AnswerId, AnswerRow } from '../../forum/rows.ts';
import { visible } from '../../forum/visible.ts';
import type { NearCopyRow } from '../rows.ts';
import { NEAR, similarityOf } from './similarity.ts';
import { wordsOf } from './words.ts';
import type { Print } from './print.ts';

/** An earlier answer that this one repeats. */
export type Source = Pick<NearCopyRow, 'kind' | 'own' | 'similarity'> & {
  answer: Pick<AnswerRow, 'id' | 'version'>;
};

/**
 * The earlier answers that a text repeats, the likest first, three at most. Only those that readers
 * can see are sources; our team's are no source but common knowledge, and so are passages of them.
 */
export async function findSources(
  db: Knex,
  answer: Pick<AnswerRow, 'id' | 'author_id'>,
  print: Print,
  before: Date,
): Promise<Source[]> {
  const candidates = await findCandidates(db, answer.id, print, before);
  const official = candidates.filter(({ by_staff }) => by_staff).map(({ body }) => wordsOf(body));
  return candidates
    .filter(({ by_staff }) => !by_staff)
    .map((candidate): Source => {
      const exact = candidate.digest === print.digest;
      const similarity = similarityOf(print.words, wordsOf(candidate.body), official);
      return {
        ...{ answer: candidate, own: candidate.author_id === answer.author_id, similarity },
        kind: exact ? 'exact' : 'near',
      };
    })
    .filter(({ similarity }) => similarity >= NEAR)
    .sort((one, two) => two.similarity - one.similarity || one.answer.id - two.answer.id)
    .slice(0, MOST);
}

type Candidate = Pick<AnswerRow, 'id' | 'version' | 'author_id' | 'by_staff' | 'body'> & {
  digest: string;
};

/** The texts that share the most bands; the full comparison is of these few alone. */
async function findCandidates(
  db: Knex,
  answer: AnswerId,
  { bands }: Print,
  before: Date,
): Promise<Candidate[]> {
  const { rows } = await db.raw<{ rows: Candidate[] }>(
    `select a.id, a.version, a.author_id, a.by_staff, a.body, p.digest
       from (select p.answer_id, p.digest,
                    (select count(*) from unnest(p.bands) band where band = any(:bands::int[])) as shared
               from answer_prints p
              where p.bands && :bands::int[] and p.answer_id <> :answer and p.written_at <= :before
                and not exists (select from near_copies known
                                 where known.answer_id = p.answer_id
                                   and known.source_answer_id = :answer and known.gone_at is null)
              order by shared desc, p.answer_id
              limit :looked) p
       join answers a on a.id = p.answer_id
       join questions q on q.id = a.question_id
      where ${visible.answer}`,
    { bands: bands, answer, before, looked: LOOKED },
  );
  return rows;
}

/** How many are compared word by word, and how many are told. */
const LOOKED = 20;
const MOST = 3;
