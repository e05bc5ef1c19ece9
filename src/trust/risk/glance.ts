import type { Knex } from 'knex';

import type { Events } from '../../events.ts';

/**
 * Whether anything of an acceptance could weigh enough to be looked into: nearly always not. Speed
 * alone is no reason, so that most acceptances cost one look at five indexes.
 */
export async function isWorthWeighing(
  db: Knex,
  { answerId, askerId, authorId }: Events['answer accepted'],
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { worth: boolean }[] }>(GLANCE, {
    ...{ answer: answerId, asker: askerId, author: authorId },
  });
  return rows[0]?.worth ?? true;
}

const GLANCE = `
  select exists (select from acceptance_pairs
                  where asker_id = :asker and author_id = :author and accepted >= 3)
      or exists (select from near_copies
                  where answer_id = :answer and not own and gone_at is null)
      or exists (select from member_devices d join member_devices e using (device_key)
                  where d.member_id = :asker and e.member_id = :author)
      or exists (select from verified_numbers d join verified_numbers e using (number_key)
                  where d.member_id = :asker and e.member_id = :author)
      or exists (select from fraud_case_members x join fraud_case_members y using (case_id)
                  where x.member_id = :asker and y.member_id = :author) as worth`;
