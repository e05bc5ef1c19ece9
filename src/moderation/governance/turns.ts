import type { Work } from '../../work.ts';
import { queueAudit } from '../audits/queue-audit.ts';
import { reopenItem, settleItem } from '../queue/items.ts';
import type { AuditId, StewardAuditRow } from '../rows.ts';

/** How an audit left the stewards. */
export type Outcome = NonNullable<StewardAuditRow['outcome']>;

/** An audit's time with the stewards, held still; undefined where it never was with them. */
export const holdTurn = (work: Work, id: AuditId): Promise<StewardAuditRow | undefined> =>
  work.trx('steward_audits').where({ audit_id: id }).forUpdate().first();

/** Ends the stewards' time with an audit; nothing where it has ended before. */
export async function endTurn(work: Work, id: AuditId, outcome: Outcome): Promise<boolean> {
  const ended = await work
    .trx('steward_audits')
    .where({ audit_id: id, ended_at: null })
    .update({ ended_at: work.at, outcome });
  return ended > 0;
}

/** Gives an audit back to the stewards, whose time with it had ended or not, out of staff's queue. */
export async function resumeTurn(work: Work, turn: StewardAuditRow): Promise<void> {
  if (turn.ended_at === null) return;
  await work
    .trx('steward_audits')
    .where({ audit_id: turn.audit_id })
    .update({ ended_at: null, outcome: null });
  await settleItem(work, { kind: 'audit', subject_id: turn.audit_id });
}

/** Gives an audit from the stewards to staff, with the age that it has. */
export async function handOver(work: Work, id: AuditId, outcome: Outcome): Promise<void> {
  if (!(await endTurn(work, id, outcome))) return;
  const audit = await work.trx('audits').where({ id, state: 'waiting' }).first('id');
  if (!audit) return;
  const subject = { kind: 'audit' as const, subject_id: id };
  const waits = await work
    .trx('queue_items')
    .where({ ...subject, state: 'waiting' })
    .first('id');
  if (!waits) await reopenItem(work, subject);
  await queueAudit(work, id);
}
