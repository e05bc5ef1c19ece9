import type { Split } from '../forum/facts.ts';
import type { Work } from '../work.ts';

/** What was told of posts that moved, there or back, leads to where they are now. */
export async function moveNotices(
  { trx }: Work,
  { splitId }: Pick<Split, 'splitId'>,
): Promise<void> {
  await trx.raw(OF_ANSWERS, [splitId]);
  await trx.raw(OF_COMMENTS, [splitId]);
}

/** The place on the page stays as it is; what leads elsewhere than to a thread does so still. */
const THERE = `question_id = q.id,
  path = case when n.path like '/q/%'
              then format('/q/%s/%s', q.id, q.slug) || coalesce(substring(n.path from '#.*$'), '')
              else n.path end`;

const OF_ANSWERS = `
  update notices n set ${THERE}
    from question_splits s join answers a on a.id = any(s.answer_ids)
    join questions q on q.id = a.question_id
   where s.id = ? and n.answer_id = a.id`;

const OF_COMMENTS = `
  update notices n set answer_id = c.answer_id, ${THERE}
    from question_split_comments s join comments c on c.id = s.comment_id
    join questions q on q.id = c.question_id
   where s.split_id = ? and n.comment_id = c.id`;
