import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import { withAuthor, AUTHOR_COLUMNS, type Author, type AuthorColumns } from './authors.ts';
import { findAnswer, findQuestion } from './find-posts.ts';
import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from './rows.ts';

/** A version of a post: what it said from `made_at` on, and who made it so. */
export type Version = {
  version: number;
  /** Null for an answer. */
  title: string | null;
  body: string;
  reason: string;
  made_at: Date;
  /** Who made this version: the author or a moderator. */
  author: Author;
};

/** Every version of a question, the newest first. Refuses what the viewer may not see. */
export async function readQuestionVersions(
  db: Knex,
  id: QuestionId,
  viewer: MemberRow | undefined,
): Promise<{ question: QuestionRow; versions: Version[] }> {
  const question = await findQuestion(db, id, viewer);
  const { rows } = await db.raw<{ rows: VersionColumns[] }>(
    `select v.version, v.title, v.body, v.reason, v.made_at, ${AUTHOR_COLUMNS}
       from question_versions v
       join members m on m.id = v.editor_id
      where v.question_id = ?
      order by v.version desc`,
    [id],
  );
  return { question, versions: rows.map(withAuthor) };
}

/** Every version of an answer, the newest first. Refuses what the viewer may not see. */
export async function readAnswerVersions(
  db: Knex,
  id: AnswerId,
  viewer: MemberRow | undefined,
): Promise<{ answer: AnswerRow; question: QuestionRow; versions: Version[] }> {
  const { answer, question } = await findAnswer(db, id, viewer);
  const { rows } = await db.raw<{ rows: VersionColumns[] }>(
    `select v.version, null as title, v.body, v.reason, v.made_at, ${AUTHOR_COLUMNS}
       from answer_versions v
       join members m on m.id = v.editor_id
      where v.answer_id = ?
      order by v.version desc`,
    [id],
  );
  return { answer, question, versions: rows.map(withAuthor) };
}

type VersionColumns = Omit<Version, 'author'> & AuthorColumns;
