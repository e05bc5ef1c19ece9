import type { Knex } from 'knex';

import {
  AUTHOR_COLUMNS,
  withAuthor,
  type Author,
  type AuthorColumns,
} from '../../forum/authors.ts';
import { EXPERT_LEAST } from '../../forum/experts/find-experts.ts';
import type { AnswerId, QuestionId, QuestionRow } from '../../forum/rows.ts';
import { UNANSWERED } from '../../forum/unanswered/unanswered.ts';
import { visible } from '../../forum/visible.ts';
import type { MemberRow } from '../../members/rows.ts';

/** How the community has done since an instant; counts of what readers can see. */
export type Doing = {
  asked: number;
  /** Of those asked. */
  answered: number;
  /** Verdicts of our team that stand. */
  checked: number;
};

export async function readDoing(db: Knex, since: Date): Promise<Doing> {
  const { rows } = await db.raw<{ rows: [Doing] }>(
    `select count(*)::int as asked,
            (count(*) filter (where q.answer_count > 0))::int as answered,
            (select count(*)::int from verdicts v
              where v.undone_at is null and v.decided_at >= :since) as checked
       from questions q
      where ${visible.question} and q.asked_at >= :since
        and q.state in ('open', 'solved', 'no-single-answer')`,
    { since },
  );
  return rows[0];
}

/** A question that somebody may know the answer to. */
export type CouldAnswer = Pick<QuestionRow, 'id' | 'slug' | 'title'>;

/**
 * What nobody has answered in the topics that a member knows, or follows where they know none: the
 * longest waiting first, at most five. Not their own, nor what they have muted, nor anything of whom
 * they have blocked.
 */
export async function readCouldAnswer(
  db: Knex,
  { id: me }: Pick<MemberRow, 'id'>,
): Promise<CouldAnswer[]> {
  const { rows } = await db.raw<{ rows: CouldAnswer[] }>(
    `with known as (
       select e.topic_id from topic_experts e where e.member_id = :me and e.passed >= :least),
     near as (
       select topic_id from known union all
       select f.topic_id from topic_follows f
        where f.member_id = :me and not exists (select from known))
     select q.id, q.slug, q.title
       from questions q
      where ${UNANSWERED} and q.topic_id in (select topic_id from near) and q.author_id <> :me
        and not exists (select from thread_mutes u
                         where u.question_id = q.id and u.member_id = :me)
        and not exists (select from member_blocks b
                         where b.member_id = :me and b.blocked_id = q.author_id)
      order by q.asked_at, q.id
      limit 5`,
    { me, least: EXPERT_LEAST },
  );
  return rows;
}

/** A question that was answered, and the answer, checked and paid. */
export type PaidAnswer = {
  question: { id: QuestionId; slug: string; title: string; asked_at: Date; asker: Author };
  id: AnswerId;
  body_html: string;
  answered_at: Date;
  author: Author;
  amount_minor: bigint;
  currency: string;
};

/** The latest such answer; there is none in a new community. */
export async function readLatestPaidAnswer(db: Knex): Promise<PaidAnswer | undefined> {
  const { rows } = await db.raw<{ rows: PaidColumns[] }>(
    `select q.id as question_id, q.slug, q.title, q.asked_at,
            asker.id as asker_id, asker.name as asker_name, asker.role as asker_role,
            asker.level as asker_level,
            a.id, left(a.body_html, 2000) as body_html, a.answered_at,
            r.amount_minor, r.currency, ${AUTHOR_COLUMNS}
       from acceptances c
       join rewards r on r.acceptance_id = c.id and r.state = 'released'
       join questions q on q.id = c.question_id
       join answers a on a.id = c.answer_id
       join members asker on asker.id = q.author_id
       join members m on m.id = a.author_id
      where c.withdrawn_at is null and ${visible.answer}
      order by c.id desc
      limit 1`,
  );
  return rows.map(paidAnswer)[0];
}

type PaidColumns = Omit<PaidAnswer, 'question' | 'author'> &
  AuthorColumns & {
    question_id: QuestionId;
    slug: string;
    title: string;
    asked_at: Date;
    asker_id: Author['id'];
    asker_name: Author['name'];
    asker_role: Author['role'];
    asker_level: Author['level'];
  };

function paidAnswer(row: PaidColumns): PaidAnswer {
  const { question_id: id, slug, title, asked_at } = row;
  const { asker_id, asker_name: name, asker_role: role, asker_level: level } = row;
  const asker = { id: asker_id, name, role, level };
  return { ...withAuthor(row), question: { id, slug, title, asked_at, asker } };
}
