import type { Knex } from 'knex';

import type { QuestionId } from '../rows.ts';
import { visible } from '../visible.ts';

/** Notes that a question has to be learned, or forgotten, if its title is not what was learned. */
export async function noteTitle({ trx }: { readonly trx: Knex }, id: QuestionId): Promise<void> {
  await trx.raw(
    `insert into likeness_due (question_id)
     select q.id from questions q left join likeness l on l.question_id = q.id
      where q.id = ?
        and l.title is distinct from case when ${visible.question} then q.title end
         on conflict (question_id) do update set note = default`,
    [id],
  );
}
