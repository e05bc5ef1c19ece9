import type { Markdown } from '../../forum/markdown.ts';
import type { QuestionId } from '../../forum/rows.ts';
import { summariseQuestion } from '../../forum/summarise-question.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator writes what a question comes to, in short, for its readers; logged as it was typed. */
export async function setSummary(
  work: Work,
  markdown: Markdown,
  { question, text }: { question: QuestionId; text: string },
): Promise<void> {
  actingModerator(work);
  if (!(await summariseQuestion(work, markdown, { question, text }))) return;
  await logAct(work, { act: 'summary-set', subject: `question:${String(question)}`, note: text });
}
