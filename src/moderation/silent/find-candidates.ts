import type { Knex } from 'knex';

import {
  AUTHOR_COLUMNS,
  withAuthor,
  type Author,
  type AuthorColumns,
} from '../../forum/authors.ts';
import { parseCursor } from '../../forum/cursors.ts';
import { pageOf, type Page } from '../../forum/question-list.ts';
import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from '../../forum/rows.ts';
import { visible } from '../../forum/visible.ts';
import type { MemberId } from '../../members/rows.ts';
import { readSilentTerms } from './terms.ts';

/** A question whose asker is silent, and the answer that the others say is the best. */
export type Candidate = {
  /** The question's, by which the list is paged. */
  id: QuestionId;
  question: Pick<QuestionRow, 'id' | 'slug' | 'title' | 'author_id' | 'asked_at'>;
  asker: string;
  answer: Pick<AnswerRow, 'id' | 'author_id' | 'answered_at' | 'by_staff' | 'body_html'>;
  author: Author;
  /** Votes up less votes down, and how many say "this helped me too". */
  votes: number;
  helped: number;
  /** Stewards among them. */
  stewards: number;
  points: number;
  /** By how many points it is ahead of the next answer. */
  lead: number;
};

/** Everything that may be accepted for an asker now, the newest question first. */
export async function findCandidates(
  db: Knex,
  { at, after, limit = 20 }: { at: Date; after?: string | undefined; limit?: number },
): Promise<Page<Candidate>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const rows = await read(db, at, { past, question: null, limit: limit + 1 });
  return pageOf(rows, limit, ({ id }) => id);
}

/** An answer as a candidate; undefined where it is none, or none any more. */
export async function findCandidate(
  db: Knex,
  answer: Pick<AnswerRow, 'id' | 'question_id'>,
  at: Date,
): Promise<Candidate | undefined> {
  const [best] = await read(db, at, { past: null, question: answer.question_id, limit: 1 });
  return best?.answer.id === answer.id ? best : undefined;
}

type Listing = { past: number | null; question: QuestionId | null; limit: number };

async function read(db: Knex, at: Date, listing: Listing): Promise<Candidate[]> {
  const { quiet_days, least_points, least_lead } = await readSilentTerms(db);
  const cutoff = new Date(at.getTime() - quiet_days * DAY);
  const { rows } = await db.raw<{ rows: Columns[] }>(CANDIDATES, {
    ...{ ...listing, cutoff, least_points, least_lead },
  });
  return rows.map((row) => {
    const { asker_id, answer_id, author_id, answered_at, by_staff, body_html, ...rest } =
      withAuthor(row);
    const { id, slug, title, asked_at, ...said } = rest;
    return {
      ...{ ...said, id },
      question: { id, slug, title, asked_at, author_id: asker_id },
      answer: { id: answer_id, author_id, answered_at, by_staff, body_html },
    };
  });
}

type Columns = Pick<QuestionRow, 'id' | 'slug' | 'title' | 'asked_at'> &
  Pick<Candidate, 'asker' | 'votes' | 'helped' | 'stewards' | 'points' | 'lead'> &
  Omit<Candidate['answer'], 'id'> &
  AuthorColumns & { asker_id: MemberId; answer_id: AnswerId };

const DAY = 86_400_000;

/**
 * The asker is silent: nothing of theirs in the thread since the cutoff, and no acceptance ever,
 * theirs or ours. The answer is older than the cutoff, not their own, and clearly the best.
 */
const CANDIDATES = `
  select q.id, q.slug, q.title, q.asked_at, q.author_id as asker_id, asker.name as asker,
         best.answer_id, best.author_id, best.answered_at, best.by_staff, best.body_html,
         best.votes, best.helped, best.stewards, best.points, best.lead, ${AUTHOR_COLUMNS}
    from questions q
   cross join lateral (
         select a.id as answer_id, a.author_id, a.answered_at, a.by_staff, a.body_html,
                a.score as votes, a.helped_count as helped, said.stewards,
                a.score + 2 * a.helped_count + 3 * said.stewards as points,
                a.score + 2 * a.helped_count + 3 * said.stewards
                  - coalesce(lead(a.score + 2 * a.helped_count + 3 * said.stewards) over ranked, 0)
                  as lead,
                row_number() over ranked as place
           from answers a
          cross join lateral (
                select count(*)::int as stewards
                  from (select v.member_id from answer_votes v
                         where v.answer_id = a.id and v.value = 1
                         union
                        select h.member_id from helps h where h.answer_id = a.id) word
                  join members w on w.id = word.member_id and w.level = 'steward') said
          where a.question_id = q.id and ${visible.answer}
         window ranked as
                (order by a.score + 2 * a.helped_count + 3 * said.stewards desc, a.id)) best
    join members m on m.id = best.author_id
    join members asker on asker.id = q.author_id
   where ${visible.question} and q.state = 'open' and q.answer_count > 0
     and (:question::int is null or q.id = :question) and (:past::int is null or q.id < :past)
     and best.place = 1 and best.points >= :least_points and best.lead >= :least_lead
     and best.author_id <> q.author_id and best.answered_at <= :cutoff
     and not exists (select from acceptances c where c.question_id = q.id)
     and not exists (select from comments c
                      where c.question_id = q.id and c.author_id = q.author_id
                        and c.made_at > :cutoff)
     and not exists (select from answers own
                      where own.question_id = q.id and own.author_id = q.author_id
                        and own.answered_at > :cutoff)
   order by q.id desc
   limit :limit`;
