import { found, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { MemberId } from './rows.ts';

/** Folds somebody's posts for whoever acts, who hears nothing of them any more; nobody else notices. */
export async function blockMember(work: Work, blocked_id: MemberId): Promise<void> {
  const { id: member_id } = actingMember(work);
  const blocked = await work.trx('members').where({ id: blocked_id }).first();
  found(blocked, 'member');
  if (member_id === blocked_id) throw new NotAllowed('Nobody can block themselves.');
  await work
    .trx('member_blocks')
    .insert({ member_id, blocked_id, blocked_at: work.at })
    .onConflict(['member_id', 'blocked_id'])
    .ignore();
}

/** Takes a block back; harmless where there is none. */
export async function unblockMember(work: Work, blocked_id: MemberId): Promise<void> {
  const { id: member_id } = actingMember(work);
  await work.trx('member_blocks').where({ member_id, blocked_id }).delete();
}
