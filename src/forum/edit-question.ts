import { writingMember } from '../members/writing-member.ts';
import type { Work } from '../work.ts';
import { drawQuestion } from './draw-post.ts';
import { refuseEdit } from './edit-conflict.ts';
import { holdQuestion } from './hold.ts';
import type { Markdown } from './markdown.ts';
import type { QuestionId, QuestionRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';
import { typedTitle } from './typed-title.ts';

export type QuestionEdit = {
  question: QuestionId;
  title: string;
  body: string;
  reason: string;
  /** The version that was on the editor's page; another by now is an `EditConflict`. */
  version: number;
};

/** Gives a question a new version; the old ones stay readable. Without a change nothing is made. */
export async function editQuestion(
  work: Work,
  markdown: Markdown,
  { question: id, title, body, reason, version }: QuestionEdit,
): Promise<QuestionRow> {
  const editor = writingMember(work);
  const question = await holdQuestion(work, id);
  await refuseEdit(work, question, version);
  const before = await typedTitle(work.trx, question);
  if (before === title && question.body === body) return question;

  const drawing = await markdown.forPost(work.trx, { question: id });
  const drawn = await drawQuestion(work.trx, drawing, { title, body });
  const changes = { ...drawn, body, version: version + 1, edited_at: work.at };
  await work.trx('questions').where({ id }).update(changes);
  await work.trx('question_versions').insert({
    ...{ question_id: id, version: changes.version, title, body },
    ...{ editor_id: editor.id, reason, made_at: work.at },
  });
  await refreshSearch(work, id);
  await work.record('question edited', { questionId: id });
  return { ...question, ...changes };
}
