import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { settleItem } from '../queue/items.ts';

/** An acceptance that ends needs no audit any more. */
export async function cancelAudit(
  work: Work,
  { acceptanceId }: Events['acceptance withdrawn'],
): Promise<void> {
  const [cancelled] = await work
    .trx('audits')
    .where({ acceptance_id: acceptanceId, state: 'waiting' })
    .update({ state: 'cancelled' })
    .returning('id');
  if (cancelled) await settleItem(work, { kind: 'audit', subject_id: cancelled.id });
}
