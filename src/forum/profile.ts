import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';
import { parseCursor } from './cursors.ts';
import { pageOf, type Page } from './question-list.ts';
import type { AnswerRow, QuestionRow } from './rows.ts';
import { standing } from './standing.ts';
import { visible } from './visible.ts';

/** What a member has done here, counting only what readers can see. */
export type ProfileFigures = {
  questions: number;
  answers: number;
  /** Answers that are the accepted one now, unless their asker has come to doubt it. */
  accepted: number;
  /** How many others have accepted one of those. */
  people: number;
  /** Answers that our team has marked as what the operator says. */
  official: number;
  /** How often a member said that an answer "also helped". */
  alsoHelped: number;
};

export type ListedAnswer = Pick<
  AnswerRow,
  'id' | 'question_id' | 'body_html' | 'answered_at' | 'score' | 'helped_count'
> & {
  question: Pick<QuestionRow, 'id' | 'title' | 'slug' | 'state'>;
  /** Whether it is the accepted one now. */
  accepted: boolean;
};

/** The figures of a profile, in one query that reads only what is the member's own. */
export async function readProfileFigures(db: Knex, member: MemberId): Promise<ProfileFigures> {
  const { rows } = await db.raw<{ rows: [ProfileFigures] }>(
    `select (select count(*)::int from questions q
              where q.author_id = :member and ${visible.question}) as questions,
            given.answers, given.official, given."alsoHelped", solved.accepted, solved.people
       from (select count(*)::int as answers, count(o.answer_id)::int as official,
                    coalesce(sum(a.helped_count), 0)::int as "alsoHelped"
               from answers a
               join questions q on q.id = a.question_id
               left join official_answers o on o.answer_id = a.id and o.ended_at is null
              where a.author_id = :member and ${visible.answer}) given
      cross join (select count(distinct c.answer_id)::int as accepted,
                         count(distinct c.asker_id) filter (where c.asker_id <> :member)::int
                           as people
                    from acceptances c
                    join answers a on a.id = c.answer_id
                    join questions q on q.id = a.question_id
                   where c.author_id = :member and ${standing} and ${visible.answer}) solved`,
    { member },
  );
  return rows[0];
}

/** Answers a member gave, the newest first. */
export async function listAnswersBy(
  db: Knex,
  member: MemberId,
  { after, limit = 20 }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<ListedAnswer>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ListedAnswer[] }>(
    `select a.id, a.question_id, a.body_html, a.answered_at, a.score, a.helped_count,
            json_build_object('id', q.id, 'title', q.title, 'slug', q.slug, 'state', q.state)
              as question,
            exists (select from acceptances c where c.answer_id = a.id and ${standing}) as accepted
       from answers a
       join questions q on q.id = a.question_id
      where a.author_id = :member and ${visible.answer}
        ${before === null ? '' : 'and a.id < :before'}
      order by a.id desc
      limit :limit`,
    { member, before, limit: limit + 1 },
  );
  return pageOf(rows, limit, () => 0);
}
