import { Conflict, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { factsOf } from './decide-audit.ts';
import { type HeldAudit, holdAudit } from './hold-audit.ts';
import { undoLevel } from './levels.ts';
import { logAct } from '../log.ts';
import { reopenItem } from '../queue/items.ts';
import type { AuditId, VerdictRow } from '../rows.ts';

/** How long a verdict can be undone by whoever gave it, in milliseconds; its notice waits as long. */
export const UNDO = 30_000;

/**
 * Takes a verdict back within thirty seconds: the audit waits again and the ledger moves back by
 * contra transfers. A mended text stays, with its version in the history.
 */
export async function undoVerdict(work: Work, id: AuditId): Promise<void> {
  const moderator = actingModerator(work);
  const held = await holdAudit(work, id);
  const verdict = await work.trx('verdicts').where({ audit_id: id, undone_at: null }).first();
  if (!verdict) throw new Conflict('There is no decision here to undo.');
  if (verdict.moderator_id !== moderator.id) {
    throw new NotAllowed('Only whoever decided can undo it.');
  }
  refuseIfTooLate(work, held, verdict);
  await refuseIfCalledAgain(work, held);
  await work.trx('verdicts').where({ id: verdict.id }).update({ undone_at: work.at });
  await work.trx('audits').where({ id }).update({ state: 'waiting' });
  await reopenItem(work, { kind: 'audit', subject_id: id });
  await undoLevel(work, held.acceptance.author_id, verdict.decided_at);
  const subject = `answer:${String(held.acceptance.answer_id)}`;
  await logAct(work, { act: 'verdict-undone', subject });
  await work.record('verdict undone', {
    ...{ ...factsOf(held, verdict), verdict: verdict.verdict, decidedAt: verdict.decided_at },
  });
}

function refuseIfTooLate(work: Work, { acceptance }: HeldAudit, { decided_at }: VerdictRow): void {
  if (acceptance.withdrawn_at !== null) {
    throw new Conflict('The acceptance was withdrawn meanwhile, so there is nothing to undo.');
  }
  if (work.at.getTime() - decided_at.getTime() > UNDO) {
    throw new Conflict('It is too late to undo this: the author has been told.');
  }
}

async function refuseIfCalledAgain(work: Work, { audit }: HeldAudit): Promise<void> {
  const later = await work
    .trx('audits')
    .where({ acceptance_id: audit.acceptance_id })
    .where('id', '>', audit.id)
    .first();
  if (later) throw new Conflict('Another check of this answer was asked for, so this one stands.');
}
