import type { Knex } from 'knex';

import type { QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import { inHundreds } from './in-hundreds.ts';

/** Goes through everybody who follows a question, a hundred at a time. */
export const eachHundredFollowers = (
  db: Knex,
  question_id: QuestionId,
  tellSome: (followers: readonly MemberId[]) => Promise<void>,
): Promise<void> =>
  inHundreds(
    (after, limit) =>
      db('follows')
        .where({ question_id })
        .where('member_id', '>', after)
        .orderBy('member_id')
        .limit(limit)
        .pluck('member_id'),
    tellSome,
  );
