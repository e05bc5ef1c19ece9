import assert from 'node:assert/strict';

import { expect } from 'chai';
import type { Knex } from 'knex';

import type { QuestionId, QuestionRow } from '#src/forum/rows.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { publishRules } from '#test/support/rewarding.ts';

/** Has everything paid that is accepted, whoever accepts it and how often. */
export const payForAll = (owner: Knex) =>
  publishRules(owner, {
    ...{ effective_from: new Date('2026-01-01Z'), monthly_cap_minor: 10_000_000n },
    ...{ pair_limit: 1_000_000 },
  });

/** Threads and books are what their states say. */
export async function expectAllToAgree(db: Knex): Promise<void> {
  await expectThreadsToAgree(db);
  await expectBooksToMatchStates(db);
}

/** A question as it is now. */
export async function questionOf(db: Knex, id: QuestionId): Promise<QuestionRow> {
  const question = await db('questions').where({ id }).first();
  assert(question, 'the question is there');
  return question;
}

/** All that a merge touches of these questions, to be held against what it is later. */
export const snapshotOf = (db: Knex, ids: readonly QuestionId[]) =>
  Promise.all([
    db('questions').whereIn('id', ids).orderBy('id'),
    db('answers').whereIn('question_id', ids).orderBy('id'),
    db('comments').whereIn('question_id', ids).orderBy('id'),
    db('follows').whereIn('question_id', ids).orderBy(['question_id', 'member_id']),
    db('me_toos').whereIn('question_id', ids).orderBy(['question_id', 'member_id']),
    db('question_votes').whereIn('question_id', ids).orderBy(['question_id', 'member_id']),
    db('acceptances').whereIn('question_id', ids).orderBy('id'),
    db('search_documents')
      .whereIn('question_id', ids)
      .orderBy('question_id')
      .then((found) => found.map((one) => ({ ...one, tags: one.tags.toSorted() }))),
    db('topics').whereIn('id', db('questions').whereIn('id', ids).select('topic_id')).orderBy('id'),
    db('rewards')
      .whereIn('acceptance_id', db('acceptances').whereIn('question_id', ids).select('id'))
      .orderBy('id'),
  ]);

/** Whatever was merged, split or taken back: what is counted is there, and led to in one step. */
export async function expectThreadsToAgree(db: Knex): Promise<void> {
  const broken: Record<string, unknown[]> = {};
  for (const [rule, offenders] of Object.entries(RULES)) {
    const { rows } = await db.raw<{ rows: { offender: unknown }[] }>(offenders);
    if (rows.length > 0) broken[rule] = rows.map(({ offender }) => offender);
  }
  expect(broken).to.deep.equal({});
}

const RULES = {
  'Answers are counted': `
    select format('question %s', q.id) as offender from questions q
     where q.answer_count <> (select count(*) from answers a
                               where a.question_id = q.id and a.removed_at is null)`,
  'Who has it too is counted': `
    select format('question %s', q.id) as offender from questions q
     where q.me_too_count <> (select count(*) from me_toos m where m.question_id = q.id)`,
  'Votes are counted': `
    select format('question %s', q.id) as offender from questions q
     where q.score <> (select coalesce(sum(value), 0) from question_votes v
                        where v.question_id = q.id)`,
  'Questions are counted': `
    select format('topic %s', t.id) as offender from topics t
     where t.question_count <> (select count(*) from questions q where q.topic_id = t.id
                                   and q.removed_at is null and q.merged_into is null)`,
  'Nobody votes for their own question or has it too': `
    select format('question %s', q.id) as offender from questions q
     where q.author_id in (select member_id from me_toos where question_id = q.id
                           union all
                           select member_id from question_votes where question_id = q.id)`,
  'A merged question leads on in one step and has nothing of its own': `
    select format('question %s', q.id) as offender
      from questions q join questions t on t.id = q.merged_into
     where t.merged_into is not null or exists (select from answers where question_id = q.id)
        or exists (select from search_documents where question_id = q.id)`,
  'A comment is where its answer is': `
    select format('comment %s', c.id) as offender
      from comments c join answers a on a.id = c.answer_id where a.question_id <> c.question_id`,
  'A question leads on while its merge stands, or once its split is undone': `
    select format('question %s', q.id) as offender
      from questions q
     where (q.merged_into is null) = exists (
             select from question_merges m where m.source_id = q.id and m.undone_at is null
              union all
             select from question_splits s where s.to_id = q.id and s.undone_at is not null)`,
  'What became a question is hidden exactly while its split stands': `
    select format('answer %s', a.id) as offender from answers a
     where (a.asked_as is null) = exists (
             select from question_splits s where s.opening_answer_id = a.id and s.undone_at is null)
     union all
    select format('comment %s', c.id) from comments c
     where (c.asked_as is null) = exists (
             select from question_splits s
              where s.opening_comment_id = c.id and s.undone_at is null)`,
  'An answer is paid for once': `
    select format('answer %s', a.answer_id) as offender
      from acceptances a join rewards r on r.acceptance_id = a.id
     where r.state in ('waiting', 'held', 'released')
     group by a.answer_id having count(*) > 1`,
};
