import type { Knex } from 'knex';

import type { QuestionId, QuestionWaitRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';

/** How a question waits, and who has been asked about it, the first first. */
export type UnansweredCase = {
  /** Undefined where it came in as history: nobody is asked about that. */
  wait: QuestionWaitRow | undefined;
  asked: readonly (Pick<MemberRow, 'name'> & { asked_at: Date })[];
};

/** What our team needs to know of an unanswered question besides the question. */
export async function readUnansweredCase(db: Knex, id: QuestionId): Promise<UnansweredCase> {
  const [wait, asked] = await Promise.all([
    db('question_waits').where({ question_id: id }).first(),
    db('expert_asks')
      .join('members', 'members.id', 'expert_asks.member_id')
      .where({ question_id: id })
      .orderBy(['asked_at', 'members.id'])
      .select('members.name', 'asked_at'),
  ]);
  return { wait, asked };
}
