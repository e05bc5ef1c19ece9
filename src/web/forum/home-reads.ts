import type { Knex } from 'knex';

import {
  AUTHOR_COLUMNS,
  withAuthor,
  type Author,
  type AuthorColumns,
} from '../../forum/authors.ts';
import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import { visible } from '../../forum/visible.ts';

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
