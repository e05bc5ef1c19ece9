import type { Work } from '../work.ts';
import { dueNow } from './promise.ts';
import type { CaseRow } from './rows.ts';

type Moved = Partial<CaseRow>;

/** From now on a held case waits for us; what waits already keeps the instant it was promised for. */
export async function waitForStaff(work: Work, held: CaseRow, changes: Moved = {}): Promise<void> {
  const { id, member_id, question_id, answer_id } = held;
  if (held.state === 'waiting-for-staff' && held.due_at !== null) {
    await work
      .trx('cases')
      .where({ id })
      .update({ ...changes, moved_at: work.at });
    return;
  }
  const due_at = await dueNow(work, held);
  await work
    .trx('cases')
    .where({ id })
    .update({
      ...{ state: 'waiting-for-staff', due_at, waiting_since: work.at, moved_at: work.at },
      ...{ closed_at: null, closed_by: null, ...changes },
    });
  await work.record('case waits', {
    ...{ caseId: id, memberId: member_id, questionId: question_id, answerId: answer_id },
    ...{ dueAt: due_at, isFirst: held.first_replied_at === null },
  });
}

/** From now on a held case waits for the member, and is out of our way. */
export async function waitForMember(work: Work, held: CaseRow, changes: Moved = {}): Promise<void> {
  await work
    .trx('cases')
    .where({ id: held.id })
    .update({
      ...{ state: 'waiting-for-member', due_at: null, waiting_since: work.at, moved_at: work.at },
      ...{ closed_at: null, closed_by: null, ...changes },
    });
  if (held.state === 'waiting-for-staff') await work.record('case rests', { caseId: held.id });
}
