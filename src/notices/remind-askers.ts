import type { Knex } from 'knex';

import { visible } from '../forum/visible.ts';
import type { QuestionId, QuestionRow } from '../forum/rows.ts';
import { isSuspended } from '../members/standing.ts';
import type { Perform, Work } from '../work.ts';
import { signLink } from './signed-links.ts';
import { tell } from './tell.ts';

/** So many days after the first answer that could be accepted, and never otherwise. */
export const REMINDERS = [3, 7, 30] as const;

/**
 * Reminds askers who have answers and accepted none to say which one fixed it. What the worker
 * missed by more than two days is left out. Can be called twice: each reminder is written once.
 */
export async function remindAskers(db: Knex, perform: Perform, now: Date): Promise<number> {
  let count = 0;
  for (const days of REMINDERS) {
    for (const id of await findSilent(db, days, now)) {
      if (await perform('system', (work) => remind(work, id, days))) count += 1;
    }
  }
  return count;
}

/** How late a reminder may be, in milliseconds. */
const LATE = 2 * 24 * 3_600_000;
const DAY = 24 * 3_600_000;

/** Questions whose first answer by somebody else is so many days old. */
async function findSilent(db: Knex, days: number, now: Date): Promise<QuestionId[]> {
  const until = new Date(now.getTime() - days * DAY);
  const { rows } = await db.raw<{ rows: { id: QuestionId }[] }>(
    `select distinct q.id
       from answers a join questions q on q.id = a.question_id
      where a.answered_at <= :until and a.answered_at > :since
        and ${ACCEPTABLE}
        and not exists (select from reminders r where r.question_id = q.id and r.days = :days)
        and not exists (
          select from answers e
           where e.question_id = q.id and e.answered_at <= :since and e.removed_at is null
             and e.author_id <> q.author_id)
      order by q.id`,
    { until, since: new Date(until.getTime() - LATE), days },
  );
  return rows.map(({ id }) => id);
}

const ACCEPTABLE = `${visible.answer} and q.state = 'open' and a.author_id <> q.author_id`;

/** Whether there was still something to accept, and somebody who may. */
async function remind(work: Work, id: QuestionId, days: number): Promise<boolean> {
  const question = await work.trx('questions').where({ id }).forUpdate().first();
  if (!question || !(await isAcceptable(work, question))) return false;
  const [row] = await work
    .trx('reminders')
    .insert({ question_id: id, days, reminded_at: work.at })
    .onConflict(['question_id', 'days'])
    .ignore()
    .returning('days');
  if (row) await write(work, question, days);
  return row !== undefined;
}

async function isAcceptable(work: Work, question: QuestionRow): Promise<boolean> {
  const asker = await work.trx('members').where({ id: question.author_id }).first();
  if (!asker || isSuspended(asker, work.at)) return false;
  const { rows } = await work.trx.raw<{ rows: unknown[] }>(
    `select from answers a join questions q on q.id = a.question_id
      where q.id = ? and ${ACCEPTABLE} limit 1`,
    [question.id],
  );
  return rows.length > 0;
}

async function write(work: Work, question: QuestionRow, days: number): Promise<void> {
  const { id, author_id, title, slug } = question;
  const until = Math.floor(work.at.getTime() / 1000) + 60 * 24 * 3_600;
  const claims = [id, author_id, until].join(' ');
  const token = await signLink(work.trx, 'fixed', claims);
  await tell(work, {
    kind: 'reminder',
    memberId: author_id,
    dedupeKey: `reminder.${String(id)}.${String(days)}`,
    about: { questionId: id },
    path: `/q/${String(id)}/${slug}`,
    subject: `Did any of these fix it? ${title}`,
    text:
      `You asked “${title}”, and there are answers. If one of them fixed it, say which: one ` +
      'press, without signing in. It costs you nothing and thanks whoever helped.',
    button: { label: 'Say which one', url: `${work.operator.siteUrl}/n/fixed/${token}` },
  });
}
