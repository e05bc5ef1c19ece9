import { AUTHOR_COLUMNS, withAuthor, type Author, type AuthorColumns } from './authors.ts';
import { cursorText } from './cursors.ts';
import type { QuestionRow, TopicRow } from './rows.ts';

/** A question as one row of a list. */
export type ListedQuestion = Pick<QuestionRow, ListedColumn> & {
  author: Author;
  topic: Pick<TopicRow, 'slug' | 'name' | 'icon'>;
};

/** A stretch of a list; `next` is the cursor of what follows, or null at the end. */
export type Page<Row> = { rows: Row[]; next: string | null };

export type ListedColumns = Omit<ListedQuestion, 'author'> & AuthorColumns;

/** What a list says of a question `q` by `m` about the topic `t`. */
export const LISTED_COLUMNS = `
  q.id, q.title, q.slug, q.excerpt, q.state, q.score, q.answer_count, q.me_too_count,
  q.view_count, q.asked_at, q.last_activity_at,
  json_build_object('slug', t.slug, 'name', t.name, 'icon', t.icon) as topic, ${AUTHOR_COLUMNS}`;

/** The tables that `LISTED_COLUMNS` come from, beside questions as `q`. */
export const LISTED_JOINS = `
  join members m on m.id = q.author_id
  join topics t on t.id = q.topic_id`;

/** A page of at most `limit` of the rows, which are read with one to spare to know if more follow. */
export function pageOf<Row extends { id: number }>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => number,
): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: shown, next: more ? cursorText({ key: keyOf(last), id: last.id }) : null };
}

/** Rows as a list shows them. */
export const listed = (rows: readonly ListedColumns[]): ListedQuestion[] => rows.map(withAuthor);

type ListedColumn =
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
  | 'last_activity_at';
