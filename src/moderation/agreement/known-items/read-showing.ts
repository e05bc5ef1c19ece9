import type { Knex } from 'knex';

import type { Markdown } from '../../../forum/markdown.ts';
import { found } from '../../../refusals.ts';
import { readNearCopies } from '../../../trust/originality/read-near-copies.ts';
import { type AuditItem, readAudit } from '../../audits/read-audit.ts';
import { findItem } from '../../queue/read-queue.ts';
import type { VerdictRow } from '../../rows.ts';
import type { Showing } from './showings.ts';

/**
 * A known item as the desk shows any other: the audit that it is of, under the showing's number, as
 * it was before anybody had judged it.
 */
export async function readShowing(
  db: Knex,
  markdown: Markdown,
  { id, known, answered_at }: Showing,
  at: Date,
): Promise<AuditItem> {
  const [audit, item, verdict] = await Promise.all([
    readAudit(db, known.audit_id, at),
    findItem(db, { kind: 'audit', subject_id: id }, at),
    db('verdicts').where({ audit_id: known.audit_id, undone_at: null }).first(),
  ]);
  const standing = found(verdict, 'audit');
  const judged = standing.decided_at;
  const state = answered_at === null ? 'waiting' : 'decided';
  return {
    ...{ ...audit, ...(await asItWas(db, markdown, audit, standing)), item, opinions: [] },
    history: without(audit.history, standing),
    copies: await readNearCopies(db, audit.answer.id, { judged }),
    audit: { ...audit.audit, id, state },
    verdicts: audit.verdicts.filter((one) => one.audit_id < known.audit_id),
  };
}

/** What is known of the author's checked answers says nothing of this one. */
const without = (
  { checked, passed, ...history }: AuditItem['history'],
  { verdict }: VerdictRow,
): AuditItem['history'] => ({
  ...{ ...history, checked: checked - 1 },
  passed: passed - (verdict === 'fail' ? 0 : 1),
});

/** The text that was judged, which a fix or a later edit may have changed. */
async function asItWas(
  db: Knex,
  markdown: Markdown,
  { answer, acceptance, signals, edited }: AuditItem,
  { answer_version: version }: VerdictRow,
): Promise<Pick<AuditItem, 'answer' | 'signals' | 'edited'>> {
  const isEdited = version > acceptance.answer_version;
  if (version === answer.version) return { answer, edited, signals };
  const { rows } = await db.raw<{ rows: { body: string; by: string; at: Date }[] }>(
    `select v.body, m.name as by, v.made_at as at
       from answer_versions v join members m on m.id = v.editor_id
      where v.answer_id = ? and v.version = ?`,
    [answer.id, version],
  );
  const { body, by, at } = found(rows[0], 'version');
  const drawing = await markdown.forPost(db, { answer: answer.id });
  return {
    answer: { ...answer, version, body, body_html: drawing.render(body) },
    edited: { by, at },
    signals: { ...signals, edited: isEdited },
  };
}
