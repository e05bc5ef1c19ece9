import type { Knex } from 'knex';

import { acceptAnswer } from '../forum/accept-answer.ts';
import type { AnswerId, QuestionId, QuestionRow } from '../forum/rows.ts';
import { standing } from '../forum/standing.ts';
import { visible } from '../forum/visible.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import { found, Gone, NotFound } from '../refusals.ts';
import type { Perform } from '../work.ts';
import { readLink } from './signed-links.ts';
import { visitThread } from './visit-thread.ts';

/** What the link of a reminder is for: one question, to be said by whoever asked it. */
export type FixedLink = { question: QuestionRow; asker: MemberRow };

/** What a link is for; Gone for one that we did not make, or that has run out after sixty days. */
export async function readFixedLink(db: Knex, token: string, at: Date): Promise<FixedLink> {
  const claims = (await readLink(db, 'fixed', token))?.split(' ').map(Number) ?? [];
  const [questionId = 0, askerId = 0, until = 0] = claims;
  if (until * 1000 <= at.getTime()) {
    throw new Gone('This link has run out, or it isn’t one of ours. Sign in to say what fixed it.');
  }
  const question = await db('questions')
    .where({ id: questionId as QuestionId, author_id: askerId as MemberId })
    .first();
  const asker = await db('members')
    .where({ id: askerId as MemberId })
    .first();
  if (question?.removed_at) throw new Gone('This question has been removed by our team.');
  return { question: found(question, 'question'), asker: found(asker, 'member') };
}

/** An answer that the asker can accept, or has accepted. */
export type Acceptable = { id: AnswerId; author: string; body_html: string; accepted: boolean };

/** The answers that the asker can accept, in the order in which they were given. */
export async function readAcceptable(db: Knex, { id }: QuestionRow): Promise<Acceptable[]> {
  const { rows } = await db.raw<{ rows: Acceptable[] }>(
    `select a.id, m.name as author, a.body_html,
            exists (select from acceptances c where c.answer_id = a.id and ${standing}) as accepted
       from answers a
       join questions q on q.id = a.question_id
       join members m on m.id = a.author_id
      where q.id = ? and ${visible.answer} and a.author_id <> q.author_id
      order by a.id`,
    [id],
  );
  return rows;
}

/** Accepts an answer to the link's question as its asker; any other answer is not there. */
export async function acceptByLink(
  perform: Perform,
  { question, asker }: FixedLink,
  answerId: AnswerId,
): Promise<void> {
  await perform(asker, async (work) => {
    const answer = await work.trx('answers').where({ id: answerId }).first('question_id');
    if (answer?.question_id !== question.id) throw new NotFound('We can’t find that answer.');
    await acceptAnswer(work, answerId);
    await visitThread(work, question.id);
  });
}
