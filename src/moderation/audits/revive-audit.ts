import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { reopenItem } from '../queue/items.ts';
import { queueAudit } from './queue-audit.ts';

/** An acceptance that stands again waits for the audit that its end had cancelled. */
export async function reviveAudit(
  work: Work,
  { acceptanceId }: Events['acceptance reinstated'],
): Promise<void> {
  const last = await work
    .trx('audits')
    .where({ acceptance_id: acceptanceId })
    .orderBy('id', 'desc')
    .first();
  if (last?.state !== 'cancelled') return;
  await work.trx('audits').where({ id: last.id }).update({ state: 'waiting' });
  await reopenItem(work, { kind: 'audit', subject_id: last.id });
  await queueAudit(work, last.id);
}
