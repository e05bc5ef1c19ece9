import assert from 'node:assert/strict';

import { writingMember } from '../members/writing-member.ts';
import type { Work } from '../work.ts';
import { drawText } from './draw-post.ts';
import { holdQuestion, refuseLocked, refuseRemoved } from './hold.ts';
import type { Markdown } from './markdown.ts';
import { isStaff } from './permissions.ts';
import type { AnswerRow, QuestionId } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

/** Publishes an answer; anybody may answer, whoever asked included. A removed question: 410. */
export async function postAnswer(
  work: Work,
  markdown: Markdown,
  { question: question_id, body }: { question: QuestionId; body: string },
): Promise<AnswerRow> {
  const author = writingMember(work);
  const question = await holdQuestion(work, question_id);
  refuseRemoved(question);
  refuseLocked(author, question);

  const [answer] = await work
    .trx('answers')
    .insert({
      ...{ question_id, author_id: author.id, by_staff: isStaff(author), answered_at: work.at },
      ...{ body, body_html: await drawText(work.trx, markdown, body) },
    })
    .returning('*');
  assert(answer, 'the answer was written');
  await work.trx('answer_versions').insert({
    ...{ answer_id: answer.id, version: answer.version, body },
    ...{ editor_id: author.id, made_at: work.at },
  });
  await work
    .trx('questions')
    .where({ id: question_id })
    .update({
      answer_count: question.answer_count + 1,
      // An import may bring in an older answer after a newer one.
      last_activity_at: later(question.last_activity_at, work.at),
    });
  await refreshSearch(work, question_id);
  await work.record('answer posted', {
    ...{ answerId: answer.id, questionId: question_id, authorId: author.id },
  });
  return answer;
}

const later = (one: Date, two: Date) => (one > two ? one : two);
