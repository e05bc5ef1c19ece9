import { holdAnswer } from '../../forum/hold.ts';
import type { AcceptanceRow, AnswerRow, QuestionRow } from '../../forum/rows.ts';
import { found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import type { AuditId, AuditRow } from '../rows.ts';

export type HeldAudit = {
  audit: AuditRow;
  acceptance: AcceptanceRow;
  answer: AnswerRow;
  question: QuestionRow;
};

/** An audit and all it is about, held still: question, answer, then the audit itself. */
export async function holdAudit(work: Work, id: AuditId): Promise<HeldAudit> {
  const acceptance = found(
    await work
      .trx('acceptances')
      .where({ id: work.trx('audits').where({ id }).select('acceptance_id') as never })
      .first(),
    'audit',
  );
  const { answer, question } = await holdAnswer(work, acceptance.answer_id);
  const audit = found(await work.trx('audits').where({ id }).forUpdate().first(), 'audit');
  return { audit, answer, question, acceptance: await readAgain(work, acceptance) };
}

/** The acceptance as it is now that its question is held. */
const readAgain = async (work: Work, { id }: AcceptanceRow): Promise<AcceptanceRow> =>
  found(await work.trx('acceptances').where({ id }).first(), 'acceptance');
