import assert from 'node:assert/strict';

import { editAnswer } from '../../forum/edit-answer.ts';
import type { Markdown } from '../../forum/markdown.ts';
import { Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { type HeldAudit, holdAudit } from './hold-audit.ts';
import { reviewLevel } from './levels.ts';
import { logAct } from '../log.ts';
import { mayAudit } from '../permissions.ts';
import { settleItem } from '../queue/items.ts';
import { refuseIfDecided, refuseIfStale } from './refuse-decision.ts';
import type { AuditId, VerdictRow } from '../rows.ts';

export type Decision = Pick<VerdictRow, 'verdict' | 'reason' | 'note'> & {
  /** The version of the answer that the moderator had in front of them. */
  version: number;
  /** The mended text: with a fix, and only then. */
  body?: string;
};

/**
 * A moderator decides an audit: the verdict, what it does to the answer and what it moves in the
 * ledger are one transaction. Refused with what happened if it was decided or edited meanwhile.
 */
export async function decideAudit(
  work: Work,
  markdown: Markdown,
  id: AuditId,
  decision: Decision,
): Promise<VerdictRow> {
  const moderator = actingModerator(work);
  const held = await holdAudit(work, id);
  if (!mayAudit(moderator, held.acceptance)) {
    throw new NotAllowed('You wrote, asked for or accepted this answer, so a colleague decides.');
  }
  await refuseIfDecided(work, held);
  await refuseIfStale(work, held, decision.version);
  if (decision.verdict === 'fix') await mend(work, markdown, held, decision);

  const verdict = await writeVerdict(work, held, decision, moderator.id);
  await reviewLevel(work, held.acceptance.author_id);
  await work.record('audit decided', { ...factsOf(held, verdict), verdict: verdict.verdict });
  return verdict;
}

/** What the events of a verdict carry. */
export const factsOf = ({ audit, acceptance }: HeldAudit, verdict: Pick<VerdictRow, 'id'>) => ({
  auditId: audit.id,
  verdictId: verdict.id,
  acceptanceId: acceptance.id,
  answerId: acceptance.answer_id,
  questionId: acceptance.question_id,
  authorId: acceptance.author_id,
});

async function mend(
  work: Work,
  markdown: Markdown,
  { answer }: HeldAudit,
  { body, version }: Decision,
): Promise<void> {
  if (body === undefined || body.trim() === answer.body.trim()) {
    throw new Invalid({ body: 'Change what needs mending, or pass the answer as it is.' });
  }
  const reason = 'Mended at the audit';
  await editAnswer(work, markdown, { answer: answer.id, body, reason, version });
}

async function writeVerdict(
  work: Work,
  { audit, acceptance }: HeldAudit,
  { verdict, reason, note, version }: Decision,
  moderatorId: VerdictRow['moderator_id'],
): Promise<VerdictRow> {
  const [written] = await work
    .trx('verdicts')
    .insert({
      ...{ audit_id: audit.id, moderator_id: moderatorId, verdict, reason, note },
      ...{ answer_version: version, decided_at: work.at },
    })
    .returning('*');
  assert(written, 'the verdict was written');
  await work
    .trx('audits')
    .where({ id: audit.id })
    .update({ state: 'decided', claimed_by: null, claimed_until: null });
  await settleItem(work, { kind: 'audit', subject_id: audit.id });
  const subject = `answer:${String(acceptance.answer_id)}`;
  await logAct(work, { act: `verdict-${verdict}`, subject, reason: reason ?? '', note });
  return written;
}
