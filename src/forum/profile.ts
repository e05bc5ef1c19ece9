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

/** As far as a profile counts, from the newest back: it costs the same of whoever wrote more. */
export const FIGURES_CAP = 2_000;

/** The figures of a profile, in one query; none goes beyond what `FIGURES_CAP` posts come to. */
export async function readProfileFigures(db: Knex, member: MemberId): Promise<ProfileFigures> {
  const { rows } = await db.raw<{ rows: [ProfileFigures] }>(FIGURES, { member, cap: FIGURES_CAP });
  return rows[0];
}

const FIGURES = `
  select asked.questions, given.answers, given.official, given."alsoHelped",
         solved.accepted, solved.people
    from (select count(*)::int as questions
            from (select from questions q
                   where q.author_id = :member and ${visible.question}
                   order by q.id desc limit :cap) latest) asked
   cross join (
         select count(*)::int as answers, coalesce(sum(helped_count), 0)::int as "alsoHelped",
                count(*) filter (where exists (
                  select from official_answers o
                   where o.answer_id = latest.id and o.ended_at is null))::int as official
           from (select a.id, a.helped_count
                   from answers a join questions q on q.id = a.question_id
                  where a.author_id = :member and ${visible.answer}
                  order by a.id desc limit :cap) latest) given
   cross join (
         select count(distinct answer_id)::int as accepted,
                count(distinct asker_id) filter (where asker_id <> :member)::int as people
           from (select c.answer_id, c.asker_id
                   from acceptances c
                   join answers a on a.id = c.answer_id
                   join questions q on q.id = a.question_id
                  where c.author_id = :member and ${standing} and ${visible.answer}
                  order by c.id desc limit :cap) latest) solved`;

/** Answers a member gave, the newest first. */
export async function listAnswersBy(
  db: Knex,
  member: MemberId,
  { after, limit = 20 }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<ListedAnswer>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ListedAnswer[] }>(
    `select latest.*,
            exists (select from acceptances c
                     where c.answer_id = latest.id and ${standing}) as accepted
       from (select a.id, a.question_id, a.body_html, a.answered_at, a.score, a.helped_count,
                    json_build_object('id', q.id, 'title', q.title, 'slug', q.slug,
                      'state', q.state) as question
               from answers a
               join questions q on q.id = a.question_id
              where a.author_id = :member and ${visible.answer}
                ${before === null ? '' : 'and a.id < :before'}
              order by a.id desc
              limit :limit) latest
      order by latest.id desc`,
    { member, before, limit: limit + 1 },
  );
  return pageOf(rows, limit, () => 0);
}
