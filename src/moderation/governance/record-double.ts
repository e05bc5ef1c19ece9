import type { Work } from '../../work.ts';
import type { NewDoubleAuditRow } from '../rows.ts';

/** Writes down what stewards and staff said of one answer, and has the dial looked at. */
export async function recordDouble(work: Work, double: NewDoubleAuditRow): Promise<void> {
  await work
    .trx('double_audits')
    .insert(double)
    .onConflict('audit_id')
    .merge({ ...double, withdrawn_at: null });
  await work.enqueue('review-governance', { topicId: double.topic_id });
}
