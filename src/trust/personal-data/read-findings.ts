import type { Knex } from 'knex';

import {
  AUTHOR_COLUMNS,
  withAuthor,
  type Author,
  type AuthorColumns,
} from '../../forum/authors.ts';
import { parseCursor } from '../../forum/cursors.ts';
import { type Page, pageOf } from '../../forum/question-list.ts';
import type { QuestionRow } from '../../forum/rows.ts';
import { visible } from '../../forum/visible.ts';
import { fingerprintOf } from './fingerprint.ts';
import { findPersonalData, type Surroundings } from './personal-data.ts';
import type { PersonalDataFindingRow } from '../rows.ts';

/** A finding as a moderator decides it. */
export type ListedFinding = PersonalDataFindingRow & {
  question: Pick<QuestionRow, 'id' | 'title' | 'slug'>;
  author: Author;
  /** Who decided; null while it waits. */
  decider: string | null;
  /** The words around it, unmasked; undefined where the text has changed since. */
  context: Context | undefined;
};

export type Context = { before: string; found: string; after: string };

type Listing = {
  state: 'waiting' | 'decided';
  /** Only this one. */
  id?: PersonalDataFindingRow['id'];
  /** `next` of the page before. */
  after?: string | undefined;
  limit?: number;
  surroundings: Surroundings;
};

/**
 * Findings in posts that readers can see: those that wait, the oldest first; or those that a
 * moderator decided, the newest first.
 */
export async function readFindings(
  db: Knex,
  { state, id, after, limit = 20, surroundings }: Listing,
): Promise<Page<ListedFinding>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select f.*, ${AUTHOR_COLUMNS}, d.name as decider, coalesce(v.title, '') as typed_title,
            coalesce(c.body, a.body, q.body) as body,
            json_build_object('id', q.id, 'title', q.title, 'slug', q.slug) as question
       from personal_data_findings f
       left join comments c on c.id = f.comment_id
       left join answers a on a.id = coalesce(f.answer_id, c.answer_id)
       join questions q on q.id = coalesce(f.question_id, c.question_id, a.question_id)
       left join question_versions v on v.question_id = f.question_id and v.version = q.version
       join members m on m.id = coalesce(c.author_id, a.author_id, q.author_id)
       left join members d on d.id = f.decided_by
      where ${state === 'waiting' ? "f.state = 'waiting'" : 'f.decided_by is not null'}
        and ${visible.answer} and c.removed_at is null
        ${id === undefined ? '' : 'and f.id = :id'}
        and (:past::int is null or f.id ${state === 'waiting' ? '>' : '<'} :past)
      order by f.id ${state === 'waiting' ? '' : 'desc'}
      limit :limit`,
    { past, limit: limit + 1, ...(id !== undefined && { id }) },
  );
  const page = pageOf(rows, limit, ({ id }) => id);
  return { ...page, rows: page.rows.map((row) => listed(row, surroundings)) };
}

type Row = Omit<ListedFinding, 'author' | 'context'> &
  AuthorColumns & { typed_title: string; body: string };

function listed({ typed_title, body, ...row }: Row, surroundings: Surroundings): ListedFinding {
  const contexts = [typed_title, body].map((text) => contextIn(text, row, surroundings));
  return { ...withAuthor(row), context: contexts.find((context) => context !== undefined) };
}

function contextIn(
  text: string,
  { fingerprint }: Pick<PersonalDataFindingRow, 'fingerprint'>,
  surroundings: Surroundings,
): Context | undefined {
  const finding = findPersonalData(text, surroundings).find(
    (each) => fingerprintOf(text, each) === fingerprint,
  );
  if (!finding) return undefined;
  const { start, end } = finding;
  return {
    before: text.slice(Math.max(0, start - AROUND), start),
    found: text.slice(start, end),
    after: text.slice(end, end + AROUND),
  };
}

/** Characters on either side. */
const AROUND = 120;
