import assert from 'node:assert/strict';

import type { MemberId } from '../members/rows.ts';
import { writingMember } from '../members/writing-member.ts';
import { Conflict, found } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { drawQuestion } from './draw-post.ts';
import { putFollow } from './follows.ts';
import type { Markdown } from './markdown.ts';
import { mayAskIn } from './permissions.ts';
import type { QuestionRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

export type Asked = { topic: string; title: string; body: string };

/** Publishes a question. Whoever asks follows it; an archived topic takes no more (409). */
export async function askQuestion(
  work: Work,
  markdown: Markdown,
  asked: Asked,
): Promise<QuestionRow> {
  const { id: author_id } = writingMember(work);
  const question = await insertQuestion(work, markdown, { ...asked, author_id, asked_at: work.at });
  await refreshSearch(work, question.id);
  await countQuestion(work, question);
  await work.record('question asked', { questionId: question.id });
  return question;
}

/** Writes a question down; whoever asked it, at that instant, follows it. */
export async function insertQuestion(
  work: Work,
  markdown: Markdown,
  written: Asked & { author_id: MemberId; asked_at: Date; reason?: string },
): Promise<QuestionRow> {
  const { topic: slug, title, body, author_id, asked_at, reason = '' } = written;
  const topic = found(await work.trx('topics').where({ slug }).first(), 'topic');
  if (!mayAskIn(topic)) throw new Conflict(`${topic.name} takes no new questions.`);

  const [question] = await work
    .trx('questions')
    .insert({
      ...{ topic_id: topic.id, author_id, asked_at, last_activity_at: asked_at },
      ...{ ...(await drawQuestion(work.trx, markdown, { title, body })), body },
    })
    .returning('*');
  assert(question, 'the question was written');
  await work.trx('question_versions').insert({
    ...{ question_id: question.id, version: question.version, title, body },
    ...{ editor_id: actingMember(work).id, made_at: work.at, reason },
  });
  await putFollow(work, question.id, author_id);
  return question;
}

/** To be called last, because everybody who asks in the topic waits for its row. */
export async function countQuestion(
  { trx }: Work,
  { topic_id }: Pick<QuestionRow, 'topic_id'>,
): Promise<void> {
  await trx('topics').where({ id: topic_id }).increment('question_count', 1);
}
