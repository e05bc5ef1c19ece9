import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { readOpinions } from '../agreement/opinions.ts';
import type { AuditRow } from '../rows.ts';
import { openReview } from './open-review.ts';
import { recordDouble } from './record-double.ts';
import { endTurn, handOver, holdTurn } from './turns.ts';

/**
 * What a verdict means for the dial: one of staff, after a steward's first opinion, makes a double
 * audit; one of stewards may be drawn for staff to look at.
 */
export async function followVerdict(work: Work, event: Events['audit decided']): Promise<void> {
  const turn = await holdTurn(work, event.auditId);
  if (!turn) return;
  const verdict = await work.trx('verdicts').where({ id: event.verdictId }).first();
  assert(verdict, 'a verdict was written');
  if (verdict.decided_as === 'stewards') return openReview(work, event, { verdict, turn });
  await endTurn(work, event.auditId, 'decided');
  if (turn.mode !== 'mixed' || turn.outcome !== 'opinion') return;
  const opinions = await readOpinions(work.trx, event.auditId);
  const first = opinions.find(({ capacity }) => capacity === 'steward');
  if (!first) return;
  await recordDouble(work, {
    ...{ audit_id: event.auditId, topic_id: turn.topic_id, mode: 'mixed' },
    ...{ stewards: first.verdict, staff: verdict.verdict, made_at: work.at },
  });
}

/** A verdict of staff that is undone has compared nothing; one of stewards stays compared. */
export async function forgetUndone(work: Work, event: Events['verdict undone']): Promise<void> {
  const undone = await work.trx('verdicts').where({ id: event.verdictId }).first('decided_as');
  if (undone?.decided_as !== 'staff') return;
  await work
    .trx('double_audits')
    .where({ audit_id: event.auditId })
    .update({ withdrawn_at: work.at });
}

/** What has come to look suspicious is for staff. */
export async function recallFlagged(
  work: Work,
  { acceptanceId }: Events['acceptance flagged'],
): Promise<void> {
  for (const id of await openAudits(work, acceptanceId)) await handOver(work, id, 'flagged');
}

/** An acceptance that ends leaves the stewards nothing to judge. */
export async function recallAudits(
  work: Work,
  { acceptanceId }: Events['acceptance withdrawn'],
): Promise<void> {
  for (const id of await openAudits(work, acceptanceId)) await endTurn(work, id, 'cancelled');
}

const openAudits = (
  work: Work,
  acceptanceId: AuditRow['acceptance_id'],
): Promise<AuditRow['id'][]> =>
  work
    .trx('steward_audits')
    .whereIn('audit_id', work.trx('audits').where({ acceptance_id: acceptanceId }).select('id'))
    .where({ ended_at: null })
    .orderBy('audit_id')
    .pluck('audit_id');
