import { Conflict, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { findOpinion, undoOpinion } from '../agreement/opinions.ts';
import { logAct } from '../log.ts';
import { reopenItem } from '../queue/items.ts';
import type { AuditId, AuditOpinionRow, VerdictRow } from '../rows.ts';
import { type HeldAudit, holdAudit } from './hold-audit.ts';
import { undoLevel } from './levels.ts';
import { queueAudit } from './queue-audit.ts';
import { factsOf } from './reach-verdict.ts';

/** How long a verdict can be undone by whoever gave it, in milliseconds; its notice waits as long. */
export const UNDO = 30_000;

/**
 * Takes a decision back within thirty seconds: the audit waits again and the ledger moves back by
 * contra transfers. A mended text stays, with its version in the history. An opinion that no
 * colleague has joined yet is only withdrawn. `within` is for what was decided with many others.
 */
export async function undoVerdict(work: Work, id: AuditId, { within = UNDO } = {}): Promise<void> {
  const moderator = actingModerator(work);
  const held = await holdAudit(work, id);
  const verdict = await work.trx('verdicts').where({ audit_id: id, undone_at: null }).first();
  const opinion = await findOpinion(work.trx, id, moderator);
  if (!verdict && opinion) return withdrawOpinion(work, held, opinion, within);
  if (!verdict) throw new Conflict('There is no decision here to undo.');
  if (verdict.moderator_id !== moderator.id) throw notTheirs(opinion);
  if (verdict.replaces_id !== null) {
    throw new Conflict('This stands in the place of another decision and can’t be undone.');
  }
  refuseIfTooLate(work, held, { since: verdict.decided_at, within });
  await refuseIfCalledAgain(work, held);
  await takeBack(work, held, verdict);
  if (opinion) await undoOpinion(work, opinion, 'taken-back');
  await reopen(work, id);
  await undoLevel(work, held.acceptance.author_id, verdict.decided_at);
  await work.record('verdict undone', {
    ...{ ...factsOf(held, verdict), verdict: verdict.verdict, decidedAt: verdict.decided_at },
  });
}

async function withdrawOpinion(
  work: Work,
  held: HeldAudit,
  opinion: AuditOpinionRow,
  within: number,
): Promise<void> {
  refuseIfTooLate(work, held, { since: opinion.given_at, within });
  await undoOpinion(work, opinion, 'taken-back');
  await queueAudit(work, held.audit.id);
  await logAct(work, { act: 'opinion-undone', subject: `audit:${String(held.audit.id)}` });
}

const notTheirs = (opinion: AuditOpinionRow | undefined) =>
  opinion
    ? new Conflict('A colleague has decided this one since, so your opinion stands.')
    : new NotAllowed('Only whoever decided can undo it.');

/** Nothing is taken back once its time is over, or what it was about has been withdrawn. */
export function refuseIfTooLate(
  work: Work,
  { acceptance }: HeldAudit,
  { since, within }: { since: Date; within: number },
): void {
  if (acceptance.withdrawn_at !== null) {
    throw new Conflict('The acceptance was withdrawn meanwhile, so there is nothing to undo.');
  }
  if (work.at.getTime() - since.getTime() > within) {
    throw new Conflict('It is too late to undo this: thirty seconds have passed.');
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

async function takeBack(work: Work, { acceptance }: HeldAudit, { id }: VerdictRow): Promise<void> {
  await work.trx('verdicts').where({ id }).update({ undone_at: work.at });
  const subject = `answer:${String(acceptance.answer_id)}`;
  await logAct(work, { act: 'verdict-undone', subject });
}

/** Waits again, for everybody but those whose opinions stand. */
async function reopen(work: Work, id: AuditId): Promise<void> {
  await work.trx('audits').where({ id }).update({ state: 'waiting' });
  await reopenItem(work, { kind: 'audit', subject_id: id });
  await queueAudit(work, id);
}
