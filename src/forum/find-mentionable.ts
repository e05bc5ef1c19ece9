import type { Knex } from 'knex';

import type { MemberId, MemberRow } from '../members/rows.ts';
import type { QuestionId } from './rows.ts';
import { visible } from './visible.ts';

/** Somebody who can be mentioned, and whether they have written in the thread. */
export type Mentionable = Pick<MemberRow, 'name' | 'role'> & { present: boolean };

type Search = {
  /** How the name begins, in any case; those of the thread alone for ''. */
  prefix: string;
  question?: QuestionId | undefined;
  /** Who searches: neither they nor whom they have blocked are found. */
  viewer: MemberId;
  limit?: number;
};

/** Members whose names begin so: those who wrote in the thread first, then all, by name. */
export async function findMentionable(
  db: Knex,
  { prefix, question, viewer, limit = 8 }: Search,
): Promise<Mentionable[]> {
  const { rows } = await db.raw<{ rows: Mentionable[] }>(FIND, {
    ...{ beginning: `${prefix.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%` },
    ...{ question: question ?? null, viewer, limit, anybody: prefix !== '' },
  });
  return rows;
}

const FIND = `
  with thread as (
    select q.author_id from questions q where q.id = :question::int and ${visible.question}
     union
    select a.author_id from questions q join answers a on a.question_id = q.id
     where q.id = :question::int and ${visible.answer}
     union
    select c.author_id from questions q join comments c on c.question_id = q.id
      left join answers a on a.id = c.answer_id
     where q.id = :question::int and ${visible.comment}),
  present as (
    select m.id, m.name, m.role, true as present
      from thread t join members m on m.id = t.author_id
     where lower(m.name) like :beginning and m.closed_at is null),
  others as (
    select m.id, m.name, m.role, false as present
      from members m
     where :anybody and lower(m.name) like :beginning and m.closed_at is null
       and m.id not in (select id from present)
     order by lower(m.name) limit :limit + 50)
  select name, role, present from (select * from present union all select * from others) found
   where id <> :viewer
     and not exists (select from member_blocks b
                      where b.member_id = :viewer and b.blocked_id = found.id)
   order by present desc, lower(name)
   limit :limit`;
