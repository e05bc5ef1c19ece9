import { writingMember } from '../members/writing-member.ts';
import type { Work } from '../work.ts';
import { drawText } from './draw-post.ts';
import { refuseEdit } from './edit-conflict.ts';
import { holdAnswer, refuseRemoved } from './hold.ts';
import type { Markdown } from './markdown.ts';
import type { AnswerId, AnswerRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';

export type AnswerEdit = {
  answer: AnswerId;
  body: string;
  reason: string;
  /** The version that was on the editor's page; another by now is an `EditConflict`. */
  version: number;
};

/** Gives an answer a new version; the old ones stay readable. Without a change nothing is made. */
export async function editAnswer(
  work: Work,
  markdown: Markdown,
  { answer: id, body, reason, version }: AnswerEdit,
): Promise<AnswerRow> {
  const { answer, question } = await holdAnswer(work, id);
  refuseRemoved(question);
  await refuseEdit(work, answer, version);
  return answer.body === body ? answer : mendAnswer(work, markdown, answer, { body, reason });
}

/** Gives an answer that the caller holds, and may change, its next version. */
export async function mendAnswer(
  work: Work,
  markdown: Markdown,
  answer: AnswerRow,
  { body, reason }: Pick<AnswerEdit, 'body' | 'reason'>,
): Promise<AnswerRow> {
  const editor = writingMember(work);
  const { id, question_id } = answer;
  const words = { body, version: answer.version + 1 };
  const drawing = await markdown.forPost(work.trx, { answer: id });
  const body_html = await drawText(work.trx, drawing, body);
  const changes = { ...words, body_html, edited_at: work.at };
  await work.trx('answers').where({ id }).update(changes);
  await work.trx('answer_versions').insert({
    ...{ ...words, answer_id: id, editor_id: editor.id, reason, made_at: work.at },
  });
  await refreshSearch(work, question_id);
  await work.record('answer edited', { answerId: id, questionId: question_id });
  return { ...answer, ...changes };
}
