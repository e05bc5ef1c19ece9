import type { Split } from '../../forum/facts.ts';
import type { Work } from '../../work.ts';

/** What waits for staff about an answer that moved, there or back, waits in its thread of now. */
export async function followSplit(
  { trx }: Work,
  { splitId }: Pick<Split, 'splitId'>,
): Promise<void> {
  await trx.raw(
    `update queue_items i set question_id = a.question_id
       from question_splits s join answers a on a.id = any(s.answer_ids)
      where s.id = ? and i.answer_id = a.id and i.state = 'waiting'`,
    [splitId],
  );
}
