import type { Knex } from 'knex';

import type { QuestionRow } from '../forum/rows.ts';
import type { CaseRow } from './rows.ts';

/** What a member has asked us and everybody before, the latest first. */
export type Contacts = {
  cases: Pick<CaseRow, 'id' | 'subject' | 'state' | 'opened_at'>[];
  questions: Pick<QuestionRow, 'id' | 'slug' | 'title' | 'state' | 'asked_at'>[];
};

/** The contacts of the member of a case besides that case, so that nobody has to explain twice. */
export async function readContacts(
  db: Knex,
  { id, member_id }: Pick<CaseRow, 'id' | 'member_id'>,
): Promise<Contacts> {
  const [cases, questions] = await Promise.all([
    db('cases')
      .where({ member_id })
      .whereNot({ id })
      .whereNotNull('last_message_at')
      .orderBy('id', 'desc')
      .limit(LATEST)
      .select('id', 'subject', 'state', 'opened_at'),
    db('questions')
      .where({ author_id: member_id, removed_at: null })
      .orderBy('id', 'desc')
      .limit(LATEST)
      .select('id', 'slug', 'title', 'state', 'asked_at'),
  ]);
  return { cases, questions };
}

const LATEST = 5;
