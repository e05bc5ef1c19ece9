import type { Work } from '../../work.ts';

/**
 * Sets right every count of pairs and authors that is not what the acceptances say, and answers
 * with how many were not. Acceptances wait meanwhile only where a count is wrong.
 */
export async function recountPairs(work: Work): Promise<number> {
  const wrong = await findWrong(work);
  if (wrong.length === 0) return 0;
  // Whoever counts holds the author, so that each of these is counted again while it stands still.
  const authors = [...new Set(wrong.map(({ author_id }) => author_id))];
  await work.trx('members').whereIn('id', authors).orderBy('id').forNoKeyUpdate();
  await work.trx.raw(SET_PAIRS, { authors });
  await work.trx.raw(SET_AUTHORS, { authors });
  return wrong.length;
}

type Wrong = { author_id: number };

async function findWrong({ trx }: Work): Promise<Wrong[]> {
  const { rows } = await trx.raw<{ rows: Wrong[] }>(WRONG);
  return rows;
}

/** What stands, pair by pair, of everybody or of some authors. */
const counted = (where = 'true') => `
  select a.asker_id, a.author_id, count(*)::int as accepted,
         (count(*) filter (where a.accepted_at > n.answered_at
                             and a.accepted_at < q.asked_at + interval '1 hour'))::int as quick
    from acceptances a
    join questions q on q.id = a.question_id
    join answers n on n.id = a.answer_id
   where a.withdrawn_at is null and a.accepted_by = a.asker_id and ${where}
   group by 1, 2`;

const WRONG = `
  with counted as materialized (${counted()})
  select coalesce(c.author_id, p.author_id) as author_id
    from counted c full join acceptance_pairs p using (asker_id, author_id)
   where (coalesce(c.accepted, 0), coalesce(c.quick, 0))
         is distinct from (coalesce(p.accepted, 0), coalesce(p.quick, 0))
  union all
  select coalesce(s.author_id, r.author_id)
    from (select author_id, sum(accepted)::int as accepted from counted group by 1) s
    full join accepted_authors r using (author_id)
   where coalesce(s.accepted, 0) <> coalesce(r.accepted, 0)`;

const OF_AUTHORS = counted('a.author_id = any(:authors)');

const SET_PAIRS = `
  with emptied as (
    update acceptance_pairs p set accepted = 0, quick = 0
     where p.author_id = any(:authors)
       and not exists (select from (${OF_AUTHORS}) c
                        where (c.asker_id, c.author_id) = (p.asker_id, p.author_id)))
  insert into acceptance_pairs as p (asker_id, author_id, accepted, quick) ${OF_AUTHORS}
  on conflict (asker_id, author_id) do update
     set accepted = excluded.accepted, quick = excluded.quick`;

const SET_AUTHORS = `
  insert into accepted_authors as r (author_id, accepted)
  select author_id, sum(accepted) from acceptance_pairs where author_id = any(:authors) group by 1
  on conflict (author_id) do update set accepted = excluded.accepted`;
