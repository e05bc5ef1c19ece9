import type { Work } from '../work.ts';
import type { MemberId } from './rows.ts';

/** Signs a member out everywhere at once, save in the session named. */
export async function endSessions(work: Work, memberId: MemberId, exceptSid = ''): Promise<void> {
  await work
    .trx('sessions')
    .whereRaw(`sess #>> '{passport,user}' = ?`, [String(memberId)])
    .whereNot({ sid: exceptSid })
    .delete();
}
