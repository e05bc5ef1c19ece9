import type { Events } from '../../events.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import { settleItem } from '../queue/items.ts';
import type { ReportCaseRow } from '../rows.ts';
import { refOf } from './subject.ts';

type Closing = {
  decision: NonNullable<ReportCaseRow['decision']>;
} & Pick<ReportCaseRow, 'ground' | 'note' | 'abusive' | 'decided_by'>;

/** Writes down what came of a held case and takes it out of the queue; whoever calls says so. */
export async function closeCase(
  work: Work,
  reported: ReportCaseRow,
  closing: Closing,
): Promise<void> {
  const { id } = reported;
  await work
    .trx('report_cases')
    .where({ id })
    .update({ ...closing, decided_at: work.at });
  await settleItem(work, { kind: 'report', subject_id: id });
  const { decision, ground, note } = closing;
  if (closing.decided_by !== null) {
    const act = `report-${decision}` as const;
    await logAct(work, { act, subject: nameOf(reported), reason: ground ?? '', note });
  }
}

/** What is removed by other ways than its report ends the report as if it had been upheld. */
export async function closeRemoved(
  work: Work,
  { questionId, answerId, commentId }: Events['post removed'],
): Promise<void> {
  const isQuestion = answerId === null && commentId === null;
  const about = {
    ...{ answer_id: answerId, comment_id: commentId },
    question_id: isQuestion ? questionId : null,
  };
  const open = await work
    .trx('report_cases')
    .where({ ...about, decision: null })
    .forUpdate()
    .first();
  if (!open) return;
  const removal = await work
    .trx('removals')
    .where({ ...about, restored_at: null })
    .first('reason');
  await closeCase(work, open, {
    ...{ decision: 'removed', ground: removal?.reason ?? 'removed', note: '' },
    ...{ abusive: false, decided_by: null },
  });
  await work.record('report decided', { caseId: open.id, decision: 'removed' });
}

function nameOf(reported: ReportCaseRow): string {
  const [entry] = Object.entries(refOf(reported));
  return entry ? `${entry[0] === 'profile' ? 'member' : entry[0]}:${String(entry[1])}` : 'report:0';
}
