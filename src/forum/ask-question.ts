import assert from 'node:assert/strict';

import { writingMember } from '../members/writing-member.ts';
import { Conflict, found } from '../refusals.ts';
import type { Work } from '../work.ts';
import { drawQuestion } from './draw-post.ts';
import { putFollow } from './follows.ts';
import type { Markdown } from './markdown.ts';
import { mayAskIn } from './permissions.ts';
import type { QuestionRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

/** Publishes a question. Whoever asks follows it; an archived topic takes no more (409). */
export async function askQuestion(
  work: Work,
  markdown: Markdown,
  { topic: slug, title, body }: { topic: string; title: string; body: string },
): Promise<QuestionRow> {
  const asker = writingMember(work);
  const topic = found(await work.trx('topics').where({ slug }).first(), 'topic');
  if (!mayAskIn(topic)) throw new Conflict(`${topic.name} takes no new questions.`);

  const [question] = await work
    .trx('questions')
    .insert({
      ...{ topic_id: topic.id, author_id: asker.id, asked_at: work.at, last_activity_at: work.at },
      ...{ ...(await drawQuestion(work.trx, markdown, { title, body })), body },
    })
    .returning('*');
  assert(question, 'the question was written');
  await work.trx('question_versions').insert({
    ...{ question_id: question.id, version: question.version, title, body },
    ...{ editor_id: asker.id, made_at: work.at },
  });
  await putFollow(work, question.id);
  await refreshSearch(work, question.id);
  // Last, because everybody who asks in this topic waits for this row.
  await work.trx('topics').where({ id: topic.id }).increment('question_count', 1);
  await work.record('question asked', { questionId: question.id });
  return question;
}
