import type { Knex } from 'knex';

import type { Events } from '../../events.ts';
import type { QuestionId } from '../../forum/rows.ts';
import { holdWait, noteWithTeam } from '../../forum/unanswered/hold-wait.ts';
import { readUnansweredTerms } from '../../forum/unanswered/terms.ts';
import { UNANSWERED } from '../../forum/unanswered/unanswered.ts';
import type { Perform, Work } from '../../work.ts';
import { logAct } from '../log.ts';
import { openItem, settleItem } from '../queue/items.ts';

/**
 * Puts before staff what nobody has answered for so many hours, the longest waiting first; answers
 * with how many. Can be called twice, and by two at once: each question is put there once.
 */
export async function queueUnanswered(db: Knex, perform: Perform, now: Date): Promise<number> {
  const { staff_after_hours } = await readUnansweredTerms(db);
  const until = new Date(now.getTime() - staff_after_hours * HOUR);
  let queued = 0;
  for (const id of await findOverdue(db, until)) {
    if (await perform('system', (work) => queueOne(work, id, until))) queued += 1;
  }
  return queued;
}

/** Takes out of the queue what does not wait for an answer any more. */
export async function settleUnanswered(
  work: Work,
  { questionId }: Events['wait ended'],
): Promise<void> {
  await settleItem(work, { kind: 'unanswered', subject_id: questionId });
}

/** Its asker and our team go on in private: that is where it waits for us, by that clock. */
export async function settleTaken(
  work: Work,
  { questionId, memberId }: Pick<Events['case waits'], 'questionId' | 'memberId'>,
): Promise<void> {
  if (questionId === null) return;
  const asked = { id: questionId, author_id: memberId };
  const own = await work.trx('questions').where(asked).first('id');
  if (own) await settleUnanswered(work, { questionId });
}

/** Keeps in the log that an admin changed when unanswered questions are offered, and why. */
export async function logUnansweredTerms(
  work: Work,
  { version, reason }: Events['unanswered terms changed'],
): Promise<void> {
  const subject = `unanswered:${String(version)}`;
  await logAct(work, { act: 'unanswered-terms-changed', subject, reason });
}

async function findOverdue(db: Knex, until: Date): Promise<QuestionId[]> {
  const { rows } = await db.raw<{ rows: { id: QuestionId }[] }>(
    `select q.id from question_waits w join questions q on q.id = w.question_id
      where w.ended_at is null and w.staff_at is null and w.since <= :until and ${UNANSWERED}
      order by w.since, q.id limit :most`,
    { until, most: AT_ONCE },
  );
  return rows.map(({ id }) => id);
}

async function queueOne(work: Work, id: QuestionId, until: Date): Promise<boolean> {
  const held = await holdWait(work, id);
  if (!held || held.wait.staff_at !== null || held.wait.since > until) return false;
  const { author_id } = held.question;
  await openItem(work, {
    ...{ kind: 'unanswered', subject_id: id, question_id: id, member_id: author_id, risk: 2 },
    ...{ reasons: ['nobody-answered'], barred: [author_id] },
  });
  await noteWithTeam(work, held);
  return true;
}

/** Milliseconds. */
const HOUR = 3_600_000;

/** In one run; the next has the rest. */
const AT_ONCE = 200;
