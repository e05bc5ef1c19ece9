import { actingMember, type Work } from '../work.ts';
import { refuseEdit } from './edit-conflict.ts';
import { holdQuestion } from './hold.ts';
import type { Markdown } from './markdown.ts';
import type { QuestionId, QuestionRow } from './rows.ts';
import { refreshSearch } from './search-document.ts';
import { slugOf } from './slugs.ts';

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
  const editor = actingMember(work);
  const question = await holdQuestion(work, id);
  await refuseEdit(work, question, version);
  if (question.title === title && question.body === body) return question;

  const words = { title, body, version: version + 1 };
  const changes = {
    ...{ ...words, slug: slugOf(title), edited_at: work.at },
    ...{ body_html: markdown.render(body), excerpt: markdown.excerpt(body) },
  };
  await work.trx('questions').where({ id }).update(changes);
  await work.trx('question_versions').insert({
    ...{ ...words, question_id: id, editor_id: editor.id, reason, made_at: work.at },
  });
  await refreshSearch(work, id);
  await work.record('question edited', { questionId: id });
  return { ...question, ...changes };
}
