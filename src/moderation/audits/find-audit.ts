import type { Knex } from 'knex';

import type { AnswerId } from '../../forum/rows.ts';
import type { AuditId } from '../rows.ts';

/** The audit of an answer that waits in the queue, if one does, and the answer's version now. */
export async function findWaitingAudit(
  db: Knex,
  answerId: AnswerId,
): Promise<{ id: AuditId; answer_version: number } | undefined> {
  const { rows } = await db.raw<{ rows: { id: AuditId; answer_version: number }[] }>(
    `select audits.id, answers.version as answer_version
       from audits
       join acceptances on acceptances.id = audits.acceptance_id
       join answers on answers.id = acceptances.answer_id
      where answers.id = ? and audits.state = 'waiting'`,
    [answerId],
  );
  return rows[0];
}
