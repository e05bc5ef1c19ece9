import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import { holdAnswer } from '../../forum/hold.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { Work } from '../../work.ts';
import type { AuditRow } from '../rows.ts';
import { openAudit } from './draw-audit.ts';
import { queueAudit } from './queue-audit.ts';

/**
 * An acceptance that looks suspicious is always audited: what waits already is weighed anew, and
 * what was not drawn or is decided comes before a person, unless it was judged as suspicious before.
 */
export async function auditFlagged(
  work: Work,
  { acceptanceId, score, reasons }: Events['acceptance flagged'],
): Promise<void> {
  const acceptance = await work.trx('acceptances').where({ id: acceptanceId }).first();
  assert(acceptance, 'only an acceptance is flagged');
  await holdAnswer(work, acceptance.answer_id);
  if (await isWithdrawn(work, acceptanceId)) return;
  const audits = await auditsOf(work, acceptanceId);
  const waiting = audits.find(({ state }) => state === 'waiting');
  const flag = { flag_score: score, flag_reasons: reasons };
  if (waiting) {
    await work.trx('audits').where({ id: waiting.id }).update(flag);
    await queueAudit(work, waiting.id);
  } else if (!audits.some((audit) => (audit.flag_score ?? -1) >= score)) {
    await openAudit(work, acceptanceId, 'flagged', flag);
  }
}

async function isWithdrawn(work: Work, id: AcceptanceId): Promise<boolean> {
  const acceptance = await work.trx('acceptances').where({ id }).first('withdrawn_at');
  return acceptance?.withdrawn_at !== null;
}

const auditsOf = (work: Work, acceptance_id: AcceptanceId): Promise<AuditRow[]> =>
  work.trx('audits').where({ acceptance_id }).orderBy('id').forUpdate();
