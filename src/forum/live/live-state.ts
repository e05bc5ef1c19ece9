import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { AnswerId, QuestionId, QuestionRow } from '../rows.ts';
import { visible } from '../visible.ts';

/** How far a question has come; the furthest of what holds. */
export type Stage = 'posted' | 'seen' | 'being-answered' | 'answered' | 'solved';

/** What everybody can see move on a question, in sums: nothing about whom. */
export type LiveState = {
  id: QuestionId;
  stage: Stage;
  askedAt: Date;
  /** Whether somebody other than the asker has read it. */
  seen: boolean;
  answers: number;
  /** The newest answer that readers can see. */
  latest: AnswerId | null;
  /** How many people are writing an answer. */
  writers: number;
  /** When the first of them counts as having stopped. */
  changesAt: Date | null;
  /** Who is asked to answer it; undefined where nobody has to be. */
  help: Help | undefined;
};

/** What is done so that somebody answers. */
export type Help = {
  /** How many who know its topic have been asked. */
  asked: number;
  topic: string;
  /** Since when our team has it. */
  teamSince: Date | null;
  /** When it has it, if nobody has answered by then. */
  teamDue: Date;
};

/** How far a question is; undefined for one that readers cannot see. */
export async function readLiveState(
  db: Knex,
  id: QuestionId,
  now: Date,
): Promise<LiveState | undefined> {
  const { rows } = await db.raw<{ rows: Row[] }>(LIVE, { id, now });
  const [row] = rows;
  if (!row) return undefined;
  const { asked_at: askedAt, changes_at: changesAt, state, ...rest } = row;
  const { asked, topic, team_since: teamSince, team_due: teamDue, ...live } = rest;
  const help = teamDue === null ? undefined : { asked, topic, teamSince, teamDue };
  return { ...live, askedAt, changesAt, help, stage: stageOf(row) };
}

/** Whether a member has said that they are writing an answer, and still counts as doing so. */
export const isAnswering = async (
  db: Knex,
  { question_id, member_id }: { question_id: QuestionId; member_id: MemberId },
  now: Date,
): Promise<boolean> =>
  (await db('answering_notes')
    .where({ question_id, member_id })
    .andWhere('until', '>', now)
    .first('until')) !== undefined;

type Row = Pick<QuestionRow, 'id' | 'state' | 'asked_at'> &
  Pick<LiveState, 'seen' | 'answers' | 'latest' | 'writers'> &
  Pick<Help, 'asked' | 'topic'> & {
    changes_at: Date | null;
    team_since: Date | null;
    team_due: Date | null;
  };

function stageOf({ state, answers, writers, seen }: Row): Stage {
  if (state !== 'open') return 'solved';
  if (answers > 0) return 'answered';
  if (writers > 0) return 'being-answered';
  return seen ? 'seen' : 'posted';
}

const LIVE = `
  select q.id, q.state, q.asked_at, q.answer_count as answers, writing.writers, writing.changes_at,
         exists (select from question_sightings s where s.question_id = q.id) as seen,
         (select max(a.id) from answers a where a.question_id = q.id and ${visible.answer}) as latest,
         (select count(*)::int from expert_asks e where e.question_id = q.id) as asked,
         t.name as topic, w.staff_at as team_since,
         w.since + (select make_interval(hours => n.staff_after_hours) from unanswered_terms n
                     order by n.version desc limit 1) as team_due
    from questions q
    join topics t on t.id = q.topic_id
    left join question_waits w on w.question_id = q.id and w.ended_at is null
   cross join lateral (
         select count(*)::int as writers, min(n.until) as changes_at
           from answering_notes n
          where n.question_id = q.id and n.until > :now::timestamptz) writing
   where q.id = :id and ${visible.question}`;
