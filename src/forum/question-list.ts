import type { Author } from './authors.ts';
import type { QuestionRow, TopicRow } from './rows.ts';

/** A question as one row of a list. */
export type ListedQuestion = Pick<
  QuestionRow,
  | 'id'
  | 'title'
  | 'slug'
  | 'excerpt'
  | 'state'
  | 'score'
  | 'answer_count'
  | 'me_too_count'
  | 'view_count'
  | 'asked_at'
  | 'last_activity_at'
> & { author: Author; topic: Pick<TopicRow, 'slug' | 'name' | 'icon'> };

export type QuestionTab = 'latest' | 'open' | 'solved' | 'following';

/** A stretch of a list; `next` is the cursor of what follows, or null at the end. */
export type Page<Row> = { rows: Row[]; next: string | null };
