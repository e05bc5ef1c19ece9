import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type {
  AcceptanceRow,
  AnswerRow,
  CommentRow,
  NewAnswerRow,
  NewCommentRow,
  NewQuestionRow,
  NewTopicRow,
  QuestionRow,
  TopicRow,
} from '#src/forum/rows.ts';
import { refreshSearch } from '#src/forum/search/search-document.ts';
import { nameKey } from '#src/members/names.ts';
import type { MemberRow, NewMemberRow } from '#src/members/rows.ts';
import type { NewPictureRow, PictureRow } from '#src/pictures/rows.ts';

/**
 * Makes things for tests: each valid, each different from the last and a second later, each with
 * only what the test cares about spelled out. Counters, versions and search follow by themselves.
 */
let count = 0;
const someTime = () => new Date(Date.UTC(2026, 0, 1, 9, 0, (count += 1)));

/** A customer who has verified an e-mail address. */
export async function aMember(db: Knex, details: Partial<NewMemberRow> = {}): Promise<MemberRow> {
  const joined_at = someTime();
  const name = details.name ?? `member-${String(count)}`;
  const name_key = nameKey(name);
  const email = `${name.toLowerCase()}@example.com`;
  const member = { name, name_key, email, email_key: email, joined_at };
  return one(
    db('members')
      .insert({ ...member, email_verified_at: joined_at, ...details })
      .returning('*'),
  );
}

/** A member of staff who looks after the community. */
export const aModerator = (db: Knex, details: Partial<NewMemberRow> = {}) =>
  aMember(db, { role: 'moderator', ...details });

/** A member of staff who looks after the ledger. */
export const aFinancePerson = (db: Knex, details: Partial<NewMemberRow> = {}) =>
  aMember(db, { role: 'finance', ...details });

/** A member of staff who looks after people, topics and settings. */
export const anAdmin = (db: Knex, details: Partial<NewMemberRow> = {}) =>
  aMember(db, { role: 'admin', ...details });

export async function aTopic(db: Knex, details: Partial<NewTopicRow> = {}): Promise<TopicRow> {
  const position = (count += 1);
  const names = { slug: `topic-${String(count)}`, name: `Topic ${String(count)}` };
  return one(
    db('topics')
      .insert({ ...names, position, ...details })
      .returning('*'),
  );
}

export async function aQuestion(
  db: Knex,
  details: Partial<NewQuestionRow> = {},
): Promise<QuestionRow> {
  const author_id = details.author_id ?? (await aMember(db)).id;
  const topic_id = details.topic_id ?? (await aTopic(db)).id;
  const asked_at = details.asked_at ?? someTime();
  const title = `No signal since this morning, case ${String((count += 1))}`;
  const words = { title, slug: `no-signal-${String(count)}`, body: 'Since nine o’clock.' };
  const made = { ...words, excerpt: words.body, asked_at, last_activity_at: asked_at, ...details };
  const body_html = details.body_html ?? `<p>${made.body}</p>`;
  const question = await one(
    db('questions')
      .insert({ ...made, body_html, author_id, topic_id })
      .returning('*'),
  );
  await db('question_versions').insert({
    ...{ question_id: question.id, version: question.version, editor_id: author_id },
    ...{ title: question.title, body: question.body, made_at: asked_at },
  });
  await db('topics').where({ id: topic_id }).increment('question_count', 1);
  await refreshSearch({ trx: db }, question.id);
  return question;
}

export async function anAnswer(db: Knex, details: Partial<NewAnswerRow> = {}): Promise<AnswerRow> {
  const author_id = details.author_id ?? (await aMember(db)).id;
  const question_id = details.question_id ?? (await aQuestion(db)).id;
  const answered_at = details.answered_at ?? someTime();
  const body = details.body ?? `Switch it off and on, then wait ${String((count += 1))} seconds.`;
  const made = { body, body_html: `<p>${body}</p>`, by_staff: false, answered_at, ...details };
  const answer = await one(
    db('answers')
      .insert({ ...made, author_id, question_id })
      .returning('*'),
  );
  await db('answer_versions').insert({
    ...{ answer_id: answer.id, version: answer.version, editor_id: author_id },
    ...{ body, made_at: answered_at },
  });
  await db('questions').where({ id: question_id }).increment('answer_count', 1);
  await refreshSearch({ trx: db }, question_id);
  return answer;
}

/** A comment on a new question, unless the details say on what. */
export async function aComment(
  db: Knex,
  details: Partial<NewCommentRow> = {},
): Promise<CommentRow> {
  const author_id = details.author_id ?? (await aMember(db)).id;
  const question_id = details.question_id ?? (await aQuestion(db)).id;
  const body = details.body ?? `Which phone is it? Asked ${String((count += 1))} times.`;
  const made = { body, body_html: `<p>${body}</p>`, made_at: someTime(), ...details };
  return one(
    db('comments')
      .insert({ ...made, author_id, question_id })
      .returning('*'),
  );
}

/** A question somebody asked, and the answer somebody else gave. */
export async function anAnsweredQuestion(db: Knex) {
  const [asker, helper] = [await aMember(db), await aMember(db)];
  const question = await aQuestion(db, { author_id: asker.id });
  const answer = await anAnswer(db, { question_id: question.id, author_id: helper.id });
  return { asker, helper, question, answer };
}

/** The asker's acceptance of an answer, written straight to its table: nothing follows from it. */
export async function anAcceptance(db: Knex, answer: AnswerRow): Promise<AcceptanceRow> {
  const { question_id, id: answer_id, version: answer_version, author_id } = answer;
  const { author_id: asker_id } = await one(db('questions').where({ id: question_id }).select());
  const acceptance = await one(
    db('acceptances')
      .insert({
        ...{ question_id, answer_id, answer_version, author_id, asker_id },
        ...{ accepted_by: asker_id, accepted_at: someTime() },
      })
      .returning('*'),
  );
  await db('questions').where({ id: question_id }).update({ state: 'solved' });
  await refreshSearch({ trx: db }, question_id);
  return acceptance;
}

async function one<T>(rows: PromiseLike<T[]>): Promise<T> {
  const [row] = await rows;
  assert(row, 'one row is made');
  return row;
}

/** A picture that nobody has used yet; its bytes are no picture. */
export const aPicture = (db: Knex, details: Partial<NewPictureRow> = {}): Promise<PictureRow> => {
  const letters = String((count += 1)).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
  const uploaded_at = details.uploaded_at ?? someTime();
  return aMemberId(db, details.uploader_id).then((uploader_id) =>
    one(
      db('pictures')
        .insert({
          ...{ name: `${letters.padStart(26, 'z')}-40x30.webp`, bytes: Buffer.from('RIFF') },
          ...{ uploaded_at, unused_since: uploaded_at, ...details, uploader_id },
        })
        .returning('*'),
    ),
  );
};

const aMemberId = async (db: Knex, id?: MemberRow['id']) => id ?? (await aMember(db)).id;
