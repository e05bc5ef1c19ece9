import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { openAudit } from './draw-audit.ts';
import { queueAudit } from './queue-audit.ts';

/** An answer whose asker doubts it comes before a person, even if one has judged it before. */
export async function auditDoubted(
  work: Work,
  { acceptanceId }: Pick<Events['acceptance doubted'], 'acceptanceId'>,
): Promise<void> {
  const waiting = await work
    .trx('audits')
    .where({ acceptance_id: acceptanceId, state: 'waiting' })
    .forUpdate()
    .first('id');
  if (waiting) await queueAudit(work, waiting.id);
  else await openAudit(work, acceptanceId, 'doubted');
}
