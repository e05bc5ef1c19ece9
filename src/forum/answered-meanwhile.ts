import type { Knex } from 'knex';

import { Conflict } from '../refusals.ts';
import { actorId, type Work } from '../work.ts';
import { AUTHOR_COLUMNS, withAuthor, type Author, type AuthorColumns } from './authors.ts';
import { holdQuestion } from './hold.ts';
import type { AnswerRow, QuestionId } from './rows.ts';
import { visible } from './visible.ts';

/** An answer that came while another was being written. */
export type NewerAnswer = Pick<AnswerRow, 'id' | 'body_html' | 'by_staff' | 'answered_at'> & {
  author: Author;
};

/** Others answered while somebody was writing; nothing was posted, and they can post it anyway. */
export class AnsweredMeanwhile extends Conflict {
  readonly answers: readonly NewerAnswer[];

  constructor(answers: readonly NewerAnswer[]) {
    super('Someone else answered while you were writing.');
    this.answers = answers;
  }
}

/**
 * Refuses whoever is about to answer where others have done so since `latest`, the newest answer
 * that they had in front of them (0 for none). The question is held, so that of two who post at the
 * same moment one is shown the other's.
 */
export async function refuseIfAnswered(
  work: Work,
  { question, latest }: { question: QuestionId; latest: number },
): Promise<void> {
  await holdQuestion(work, question);
  const answers = await readNewer(work.trx, { question, latest, reader: actorId(work) });
  if (answers.length > 0) throw new AnsweredMeanwhile(answers);
}

type Since = { question: QuestionId; latest: number; reader: number | null };

async function readNewer(db: Knex, since: Since): Promise<NewerAnswer[]> {
  const { rows } = await db.raw<{ rows: (Omit<NewerAnswer, 'author'> & AuthorColumns)[] }>(
    NEWER,
    since,
  );
  return rows.map(withAuthor);
}

const NEWER = `
  select a.id, a.body_html, a.by_staff, a.answered_at, ${AUTHOR_COLUMNS}
    from answers a
    join questions q on q.id = a.question_id
    join members m on m.id = a.author_id
   where a.question_id = :question and a.id > :latest and a.author_id <> :reader
     and ${visible.answer}
   order by a.id`;
