import type { Events } from '../../events.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { Work } from '../../work.ts';

/** Counts an acceptance for its pair and its author. Both are the author's rows, who is held. */
export const countAcceptance = (work: Work, { acceptanceId }: Events['answer accepted']) =>
  count(work, acceptanceId, 1);

/**
 * Takes an acceptance that ends out of the counts again. What else the two gave and earned is a
 * larger part of it from then on, so their circles are weighed again.
 */
export async function discountAcceptance(
  work: Work,
  { acceptanceId, askerId, authorId }: Events['acceptance withdrawn'],
): Promise<void> {
  await count(work, acceptanceId, -1);
  for (const memberId of [askerId, authorId]) await work.enqueue('weigh-around', { memberId });
}

async function count(work: Work, id: AcceptanceId, by: 1 | -1): Promise<void> {
  await work.trx.raw(by === 1 ? ADD : TAKE, { id });
}

/** Only what the asker accepted in person: what staff accept says nothing about the asker. */
const OF_IT = `
  select a.asker_id, a.author_id,
         (a.accepted_at > n.answered_at
          and a.accepted_at < q.asked_at + interval '1 hour')::int as quick
    from acceptances a
    join questions q on q.id = a.question_id
    join answers n on n.id = a.answer_id
   where a.id = :id and a.accepted_by = a.asker_id`;

const ADD = `
  with it as (${OF_IT}),
  pair as (
    insert into acceptance_pairs as p (asker_id, author_id, accepted, quick)
    select asker_id, author_id, 1, quick from it
    on conflict (asker_id, author_id) do update
       set accepted = p.accepted + 1, quick = p.quick + excluded.quick)
  insert into accepted_authors as r (author_id, accepted) select author_id, 1 from it
  on conflict (author_id) do update set accepted = r.accepted + 1`;

const TAKE = `
  with it as (${OF_IT}),
  pair as (
    update acceptance_pairs p set accepted = p.accepted - 1, quick = p.quick - it.quick
      from it where (p.asker_id, p.author_id) = (it.asker_id, it.author_id))
  update accepted_authors r set accepted = r.accepted - 1 from it where r.author_id = it.author_id`;
