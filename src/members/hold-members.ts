import type { Work } from '../work.ts';
import type { MemberId, MemberRow } from './rows.ts';

/**
 * Members held still until the work is done: what they earn and what they may do cannot change.
 *
 * They are locked in the order of their ids, so that works which hold the same people wait for
 * each other instead of deadlocking. Locks go: question, answer, members, the rest.
 */
export const holdMembers = (work: Work, ids: MemberId[]): Promise<MemberRow[]> =>
  work.trx('members').whereIn('id', ids).orderBy('id').forNoKeyUpdate();
