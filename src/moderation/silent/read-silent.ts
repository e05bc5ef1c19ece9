import type { Knex } from 'knex';

import { findQuestion } from '../../forum/find-posts.ts';
import type { AnswerRow, QuestionId, QuestionRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import { found, NotFound } from '../../refusals.ts';
import type { SilentAcceptanceRow } from '../rows.ts';
import { isTheirs } from './end-objection.ts';

/** What our team accepted for an asker, as the asker is asked about it. */
export type SilentCase = {
  silent: SilentAcceptanceRow;
  question: QuestionRow;
  answer: Pick<AnswerRow, 'id' | 'body_html'>;
  author: string;
};

/** For the asker, signed in or by the link of their mail; for everybody else there is none (404). */
export async function readSilentCase(
  db: Knex,
  id: QuestionId,
  { viewer, token }: { viewer: MemberRow | undefined; token: string | undefined },
): Promise<SilentCase> {
  const silent = found(await findSilentOf(db, id), 'page');
  if (!isTheirs(silent, { asker: viewer?.id ?? null, token })) throw new NotFound();
  const question = await findQuestion(db, id, viewer);
  const { rows } = await db.raw<{ rows: [SilentCase['answer'] & { author: string }] }>(
    `select a.id, a.body_html, m.name as author
       from acceptances c
       join answers a on a.id = c.answer_id
       join members m on m.id = a.author_id
      where c.id = ?`,
    [silent.acceptance_id],
  );
  const { author, ...answer } = rows[0];
  return { silent, question, answer, author };
}

/** What our team accepted for the asker of a question, if it ever did. */
export const findSilentOf = (
  db: Knex,
  question_id: QuestionId,
): Promise<SilentAcceptanceRow | undefined> =>
  db('silent_acceptances').where({ question_id }).first();
