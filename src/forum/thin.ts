import type { QuestionRow, TopicRow } from './rows.ts';
import { visible } from './visible.ts';

/**
 * Whether a page says too little to be found by: search engines are asked to leave it out, and no
 * sitemap lists it.
 */
export const isThin = {
  question: ({ is_thin }: Pick<QuestionRow, 'is_thin'>) => is_thin,
  topic: ({ question_count }: Pick<TopicRow, 'question_count'>) => question_count === 0,
  member: (wrote: { questions: number; answers: number }) => wrote.questions + wrote.answers === 0,
} as const;

/** Questions `q` that search engines may list, as SQL: those that readers see and that are not thin. */
export const indexable = `(${visible.question} and not q.is_thin)`;
