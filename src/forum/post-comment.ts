import assert from 'node:assert/strict';

import { writingMember } from '../members/writing-member.ts';
import type { Work } from '../work.ts';
import { drawText } from './draw-post.ts';
import { holdAnswer, holdQuestion, refuseLocked, refuseRemoved } from './hold.ts';
import type { Markdown } from './markdown.ts';
import type { AnswerId, AnswerRow, CommentRow, QuestionId, QuestionRow } from './rows.ts';

/** Adds a few words to a question or to an answer that stands; to a removed one: 410. */
export async function postComment(
  work: Work,
  markdown: Markdown,
  { on, body }: { on: { question: QuestionId } | { answer: AnswerId }; body: string },
): Promise<CommentRow> {
  const author = writingMember(work);
  const { question, answer } = await holdSubject(work, on);
  refuseRemoved(question, ...(answer ? [answer] : []));
  refuseLocked(author, question);

  const [comment] = await work
    .trx('comments')
    .insert({
      ...{ question_id: question.id, answer_id: answer?.id ?? null, author_id: author.id },
      ...{ body, body_html: await drawText(work.trx, markdown, body), made_at: work.at },
    })
    .returning('*');
  assert(comment, 'the comment was written');
  await work.record('comment posted', {
    ...{ commentId: comment.id, questionId: question.id, answerId: comment.answer_id },
  });
  return comment;
}

async function holdSubject(
  work: Work,
  on: { question: QuestionId } | { answer: AnswerId },
): Promise<{ question: QuestionRow; answer?: AnswerRow }> {
  if ('answer' in on) return holdAnswer(work, on.answer);
  return { question: await holdQuestion(work, on.question) };
}
