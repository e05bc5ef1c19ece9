import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { queueAudit } from '../audits/queue-audit.ts';
import type { AuditId } from '../rows.ts';
import { readOpinions, undoOpinion } from './opinions.ts';

/**
 * An answer that changes before its verdict is another answer: what was said of the old one no
 * longer counts, and whoever said it may judge again.
 */
export async function restartOpinions(
  work: Work,
  { answerId }: Events['answer edited'],
): Promise<void> {
  const { rows } = await work.trx.raw<{ rows: { id: AuditId }[] }>(
    `select a.id
       from audits a
       join acceptances c on c.id = a.acceptance_id
      where c.answer_id = ? and a.state = 'waiting'
        for update of a`,
    [answerId],
  );
  for (const { id } of rows) {
    for (const opinion of await readOpinions(work.trx, id)) {
      await undoOpinion(work, opinion, 'edited');
    }
    await queueAudit(work, id);
  }
}
