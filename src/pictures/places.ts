import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { PostRef } from '../forum/posts.ts';
import type { CaseMessageId } from '../handoff/rows.ts';
import type { MemberId } from '../members/rows.ts';

/** Where pictures can stand: in a post, or in a private message. */
export type Place = PostRef | { message: CaseMessageId };

/** The columns that name a place in `picture_uses`: exactly one is filled. */
export const keyOf = (place: Place) => ({
  question_id: 'question' in place ? place.question : null,
  answer_id: 'answer' in place ? place.answer : null,
  comment_id: 'comment' in place ? place.comment : null,
  case_message_id: 'message' in place ? place.message : null,
});

type Text = { author_id: MemberId; body_html: string };

/** What stands there now, as readers see it, and whose it is. */
export async function readText(db: Knex, place: Place): Promise<Text> {
  const text = await find(db, place);
  assert(text, 'what was just written is there');
  return text;
}

function find(db: Knex, place: Place): Promise<Text | undefined> {
  if ('question' in place) {
    return db('questions').where({ id: place.question }).first('author_id', 'body_html');
  }
  if ('answer' in place) {
    return db('answers').where({ id: place.answer }).first('author_id', 'body_html');
  }
  if ('comment' in place) {
    return db('comments').where({ id: place.comment }).first('author_id', 'body_html');
  }
  return db('case_messages').where({ id: place.message }).first('author_id', 'body_html');
}
