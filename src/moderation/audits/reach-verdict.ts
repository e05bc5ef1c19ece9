import assert from 'node:assert/strict';

import { editAnswer } from '../../forum/edit-answer.ts';
import type { Markdown } from '../../forum/markdown.ts';
import type { Work } from '../../work.ts';
import { RUBRIC } from '../agreement/rubric.ts';
import { notesOf } from '../agreement/weigh.ts';
import { logAct } from '../log.ts';
import { settleItem } from '../queue/items.ts';
import type { AuditOpinionRow, VerdictRow } from '../rows.ts';
import type { HeldAudit } from './hold-audit.ts';
import { reviewLevel } from './levels.ts';

/**
 * Makes the last of these opinions the verdict of an audit that the caller holds, with the notes of
 * all who agree with it, in the place of a fail where it overturns one. The text, the level and the
 * ledger follow in the same transaction.
 */
export async function reachVerdict(
  work: Work,
  markdown: Markdown,
  held: HeldAudit,
  opinions: readonly AuditOpinionRow[],
  { replaces = null }: { replaces?: VerdictRow['replaces_id'] } = {},
): Promise<VerdictRow> {
  const last = opinions.at(-1);
  assert(last, 'a verdict rests on an opinion');
  const said = { note: notesOf(opinions), replaces_id: replaces };
  const verdict = await writeVerdict(work, held, last, said);
  // After the verdict, because what is edited before it is judged anew.
  if (last.verdict === 'fix') await mend(work, markdown, held, last);
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

async function writeVerdict(
  work: Work,
  { audit, acceptance }: HeldAudit,
  opinion: AuditOpinionRow,
  said: Pick<VerdictRow, 'note' | 'replaces_id'>,
): Promise<VerdictRow> {
  const { member_id: moderator_id, verdict, reason, answer_version } = opinion;
  const rubric = Object.fromEntries(RUBRIC.map((part) => [part, opinion[part]]));
  const [written] = await work
    .trx('verdicts')
    .insert({
      ...{ audit_id: audit.id, moderator_id, verdict, reason, ...said, ...rubric },
      ...{ answer_version, decided_at: work.at },
      decided_as: opinion.capacity === 'steward' ? 'stewards' : 'staff',
    })
    .returning('*');
  assert(written, 'the verdict was written');
  await work.trx('audits').where({ id: audit.id }).update({ state: 'decided' });
  await settleItem(work, { kind: 'audit', subject_id: audit.id });
  const subject = `answer:${String(acceptance.answer_id)}`;
  await logAct(work, { act: `verdict-${verdict}`, subject, reason: reason ?? '', note: said.note });
  return written;
}

async function mend(
  work: Work,
  markdown: Markdown,
  { answer }: HeldAudit,
  { body, answer_version: version }: AuditOpinionRow,
): Promise<void> {
  assert(body !== null, 'a fix has a text');
  const reason = 'Mended at the audit';
  await editAnswer(work, markdown, { answer: answer.id, body, reason, version });
}
