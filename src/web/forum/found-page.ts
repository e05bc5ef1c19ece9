import type { QuestionRow } from '../../forum/rows.ts';
import { questionPath } from './paths.ts';

/** Said to somebody who found their answer before they posted. */
export type FoundPage = { title: string; question: { title: string; href: string } };

export const foundPage = (question: Pick<QuestionRow, 'id' | 'slug' | 'title'>): FoundPage => ({
  title: 'Glad that’s sorted',
  question: { title: question.title, href: questionPath(question) },
});
