import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { AcceptancePairRow } from '../rows.ts';

/** A pair whose acceptances are no accident. */
export type StrongPair = Pick<AcceptancePairRow, 'asker_id' | 'author_id'>;

/**
 * Strong is a pair with three acceptances or more that are a seventh or so of all that the author
 * earns, or three tenths of all that the asker gives: an expert whom many accept has none.
 */
const IS_STRONG = `
  p.accepted >= 3
  and (p.accepted >= 0.15 * (select r.accepted from accepted_authors r
                              where r.author_id = p.author_id)
       or p.accepted >= 0.3 * (select sum(g.accepted) from acceptance_pairs g
                                where g.asker_id = p.asker_id))`;

/** All of them, of everybody. */
export async function findStrongPairs(db: Knex): Promise<StrongPair[]> {
  const { rows } = await db.raw<{ rows: StrongPair[] }>(
    `select p.asker_id, p.author_id from acceptance_pairs p
      where ${IS_STRONG} order by p.asker_id, p.author_id`,
  );
  return rows;
}

/**
 * Those on a way from a member back to the same member: looks at nobody who cannot be reached in
 * both directions, so that its cost is the neighbourhood's and not the community's.
 */
export async function findStrongPairsAround(db: Knex, member: MemberId): Promise<StrongPair[]> {
  const { rows } = await db.raw<{ rows: StrongPair[] }>(
    `with recursive ahead (id) as (
       select :member::int
       union
       select p.author_id from ahead join acceptance_pairs p on p.asker_id = ahead.id
        where ${IS_STRONG}),
     behind (id) as (
       select :member::int
       union
       select p.asker_id from behind join acceptance_pairs p on p.author_id = behind.id
        where ${IS_STRONG}),
     circle as (select id from ahead intersect select id from behind)
     select p.asker_id, p.author_id from circle join acceptance_pairs p on p.asker_id = circle.id
      where p.author_id in (select id from circle) and ${IS_STRONG}
      order by p.asker_id, p.author_id`,
    { member },
  );
  return rows;
}

/** Whether an asker and an author are such a pair now. */
export async function isStrong(db: Knex, pair: StrongPair): Promise<boolean> {
  const { rows } = await db.raw<{ rows: object[] }>(
    `select from acceptance_pairs p
      where p.asker_id = :asker_id and p.author_id = :author_id and ${IS_STRONG}`,
    pair,
  );
  return rows.length > 0;
}
