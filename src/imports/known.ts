import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../forum/rows.ts';
import type { MemberRow } from '../members/rows.ts';
import type { Site } from './site.ts';

/** What of a site is here, by what its dump calls it. */
export type Known = {
  people: Map<string, MemberRow>;
  questions: Map<number, QuestionId>;
  answers: Map<number, AnswerId>;
};

/** What earlier imports have brought of a site. */
export async function readKnown(db: Knex, { key: site }: Site): Promise<Known> {
  const { rows: people } = await db.raw<{ rows: (MemberRow & { external_key: string })[] }>(
    `select m.*, p.external_key
       from imported_people p join members m on m.id = p.member_id
      where p.site = ?`,
    [site],
  );
  const posts = await db('imported_posts').where({ site });
  return {
    people: new Map(people.map(({ external_key, ...member }) => [external_key, member])),
    questions: new Map(posts.flatMap((post) => pair(post.external_id, post.question_id))),
    answers: new Map(posts.flatMap((post) => pair(post.external_id, post.answer_id))),
  };
}

const pair = <Id>(external: number, id: Id | null): [number, Id][] =>
  id === null ? [] : [[external, id]];
