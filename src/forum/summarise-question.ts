import type { Knex } from 'knex';

import { Invalid, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { holdQuestion, refuseRemoved } from './hold.ts';
import type { Markdown } from './markdown.ts';
import { mayModerate } from './permissions.ts';
import type { QuestionId } from './rows.ts';

/** What a question comes to, and who of our team wrote that. */
export type Summary = { body: string; by: string };

/** Characters of a summary at most. */
export const SUMMARY_MOST = 280;

/**
 * A moderator says in plain words what a question comes to, for all readers; '' takes it away.
 * What looks personal in it is masked. Says whether anything changed.
 */
export async function summariseQuestion(
  work: Work,
  { plain }: Markdown,
  { question: id, text }: { question: QuestionId; text: string },
): Promise<boolean> {
  const moderator = actingMember(work);
  if (!mayModerate(moderator)) throw new NotAllowed('Only a moderator can do this.');
  refuseRemoved(await holdQuestion(work, id));
  const body = plain(text);
  if ([...body].length > SUMMARY_MOST) {
    throw new Invalid({ summary: `Keep it to ${String(SUMMARY_MOST)} characters.` });
  }
  if (body === ((await findSummary(work.trx, id))?.body ?? '')) return false;
  const written = { written_by: moderator.id, written_at: work.at };
  await work.trx('question_summaries').insert({ question_id: id, body, ...written });
  return true;
}

/** What a question comes to, where our team has said so. */
export async function findSummary(db: Knex, id: QuestionId): Promise<Summary | undefined> {
  const { rows } = await db.raw<{ rows: Summary[] }>(
    `select s.body, m.name as by from question_summaries s join members m on m.id = s.written_by
      where s.question_id = ? order by s.id desc limit 1`,
    [id],
  );
  return rows[0]?.body === '' ? undefined : rows[0];
}
