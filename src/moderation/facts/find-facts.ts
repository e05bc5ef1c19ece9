import type { Knex } from 'knex';

import type { TopicId } from '../../forum/rows.ts';
import type { OfficialFactRow } from '../rows.ts';

/** An official answer or a price as staff read it. */
export type Fact = Omit<OfficialFactRow, 'document'> & { topic: string };

/** What the operator says of a question: of its topic, valid on a day, by the words it shares. */
export async function findFacts(
  db: Knex,
  { topicId, words, day }: { topicId: TopicId; words: string; day: string },
): Promise<Fact[]> {
  const { rows } = await db.raw<{ rows: Fact[] }>(
    `with asked as (
       select replace(plainto_tsquery('goodline', :words)::text, '&', '|')::tsquery as query)
     select ${COLUMNS}
       from asked, official_facts f
       join topics t on t.id = f.topic_id
      where f.topic_id = :topicId and f.document @@ asked.query
        and f.valid_from <= :day and (f.valid_to is null or f.valid_to >= :day)
      order by ts_rank(f.document, asked.query) desc, f.id
      limit 5`,
    { topicId, words, day },
  );
  return rows;
}

/** Every fact, those that hold first, then the newest; at most three hundred. */
export async function readFacts(db: Knex): Promise<Fact[]> {
  const { rows } = await db.raw<{ rows: Fact[] }>(
    `select ${COLUMNS} from official_facts f join topics t on t.id = f.topic_id
      order by f.valid_to is not null, f.id desc limit 300`,
  );
  return rows;
}

/** Amounts of money that stand in a text, in minor units: £2.50, £3, 50p. */
export function amountsIn(text: string): bigint[] {
  return [...text.matchAll(AMOUNT)].map(({ groups }) =>
    groups?.minor === undefined
      ? BigInt(groups?.major ?? 0) * 100n + BigInt(groups?.cents ?? 0)
      : BigInt(groups.minor),
  );
}

const AMOUNT = /[£€$] ?(?<major>\d{1,6})(?:\.(?<cents>\d{2}))?(?!\d)|(?<!\d)(?<minor>\d{1,4})p\b/g;

const COLUMNS = `
  f.id, f.topic_id, f.kind, f.title, f.body, f.amount_minor, f.source, f.valid_from, f.valid_to,
  f.written_by, f.written_at, f.ended_by, t.name as topic`;
