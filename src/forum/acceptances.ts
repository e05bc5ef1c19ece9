import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { actingMember, type Work } from '../work.ts';
import type { AcceptanceRow, AnswerRow, QuestionId, QuestionRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

/** The acceptance that stands for a question, if there is one. */
export const findLiveAcceptance = (
  db: Knex,
  questionId: QuestionId,
): Promise<AcceptanceRow | undefined> =>
  db('acceptances').where({ question_id: questionId, withdrawn_at: null }).first();

/** The acceptance of an answer that stands; the first of two that gave theirs for merged questions. */
export const findLiveAcceptanceOf = (
  db: Knex,
  { id }: Pick<AnswerRow, 'id'>,
): Promise<AcceptanceRow | undefined> =>
  db('acceptances').where({ answer_id: id, withdrawn_at: null }).orderBy('id').first();

/** The latest acceptance of a question, standing or withdrawn. */
export const findLastAcceptance = (
  db: Knex,
  questionId: QuestionId,
): Promise<AcceptanceRow | undefined> =>
  db('acceptances').where({ question_id: questionId }).orderBy('id', 'desc').first();

/** What the acceptance's events carry. */
export const factsOf = (acceptance: AcceptanceRow) => ({
  acceptanceId: acceptance.id,
  answerId: acceptance.answer_id,
  questionId: acceptance.question_id,
  askerId: acceptance.asker_id,
  authorId: acceptance.author_id,
});

/** Writes an acceptance down, marks the question solved and says so. */
export async function insertAcceptance(
  work: Work,
  { question, answer }: { question: QuestionRow; answer: AnswerRow },
): Promise<AcceptanceRow> {
  const [acceptance] = await work
    .trx('acceptances')
    .insert({
      question_id: question.id,
      answer_id: answer.id,
      answer_version: answer.version,
      asker_id: question.author_id,
      author_id: answer.author_id,
      accepted_by: actingMember(work).id,
      accepted_at: work.at,
    })
    .returning('*');
  assert(acceptance, 'the acceptance was written');
  await work.trx('questions').where({ id: question.id }).update({ state: 'solved' });
  await refreshSearch(work, question.id);
  await work.record('answer accepted', factsOf(acceptance));
  return acceptance;
}
