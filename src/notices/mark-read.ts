import { NotFound } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { NoticeId } from './rows.ts';

/** The member has read one of their notices; somebody else's is not there. */
export async function markRead(work: Work, id: NoticeId): Promise<void> {
  const mine = { id, member_id: actingMember(work).id };
  const notice = await work.trx('notices').where(mine).first('read_at');
  if (!notice) throw new NotFound('We can’t find that notice.');
  await work
    .trx('notices')
    .where({ ...mine, read_at: null })
    .update({ read_at: work.at });
}

/** The member has read all that they have been told until now. */
export async function markAllRead(work: Work): Promise<void> {
  await work
    .trx('notices')
    .where({ member_id: actingMember(work).id, read_at: null })
    .where('happened_at', '<=', work.at)
    .update({ read_at: work.at });
}
