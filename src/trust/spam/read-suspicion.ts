import type { Knex } from 'knex';

import type { PostRef } from '../../forum/posts.ts';
import type { QuestionRow } from '../../forum/rows.ts';
import { found } from '../../refusals.ts';
import { readTyped } from '../personal-data/read-typed.ts';
import { postOf } from '../personal-data/settle-finding.ts';
import type { ListedWordRow, PostingLimitRow, SuspicionId, SuspicionRow } from '../rows.ts';
import type { Judgement } from './bayes.ts';
import { readJudgement } from './learn.ts';

/** What a moderator looks at before a post that may be spam is let through or removed. */
export type SuspicionCase = {
  suspicion: SuspicionRow;
  ref: PostRef;
  author: string;
  decider: string | null;
  question: Pick<QuestionRow, 'id' | 'slug' | 'title'>;
  /** As it was typed. */
  title: string | null;
  body: string;
  /** What the score says now, and why. */
  judgement: Judgement | undefined;
};

/** A suspicion of a kind; 404 if there is none. */
export async function readSuspicion(
  db: Knex,
  id: SuspicionId,
  kind: SuspicionRow['kind'],
  siteUrl: string,
): Promise<SuspicionCase> {
  const suspicion = found(await db('suspicions').where({ id, kind }).first(), 'post');
  const ref = postOf(suspicion);
  const typed = found(await readTyped(db, ref), 'post');
  const [names, judgement] = await Promise.all([
    readNames(db, suspicion),
    readJudgement(db, `${typed.title ?? ''}\n${typed.body}`, siteUrl),
  ]);
  return { suspicion, ref, ...names, title: typed.title, body: typed.body, judgement };
}

async function readNames(db: Knex, { id }: SuspicionRow) {
  type Names = Pick<SuspicionCase, 'author' | 'decider' | 'question'>;
  const { rows } = await db.raw<{ rows: [Names] }>(
    `select m.name as author, d.name as decider,
            json_build_object('id', q.id, 'slug', q.slug, 'title', q.title) as question
       from suspicions s
       left join comments c on c.id = s.comment_id
       left join answers a on a.id = s.answer_id
       join questions q on q.id = coalesce(s.question_id, c.question_id, a.question_id)
       join members m on m.id = s.author_id
       left join members d on d.id = s.decided_by
      where s.id = ?`,
    [id],
  );
  return rows[0];
}

/** Every word on the lists, with who put it there; the newest first. */
export async function readListedWords(
  db: Knex,
): Promise<(ListedWordRow & { adder: string | null })[]> {
  const { rows } = await db.raw<{ rows: (ListedWordRow & { adder: string | null })[] }>(
    `select w.*, m.name as adder from listed_words w left join members m on m.id = w.added_by
      where w.removed_at is null
      order by w.id desc`,
  );
  return rows;
}

/** The limits in force, a row a level, in the order of the levels. */
export async function readLimits(db: Knex): Promise<PostingLimitRow[]> {
  const { rows } = await db.raw<{ rows: PostingLimitRow[] }>(
    `select distinct on (level) * from posting_limits order by level, id desc`,
  );
  return LEVELS.flatMap((level) => rows.filter((row) => row.level === level));
}

const LEVELS = ['newcomer', 'helper', 'guide', 'steward'];
