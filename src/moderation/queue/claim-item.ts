import { Conflict, found, NotAllowed, NotFound } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import type { QueueItemRow } from '../rows.ts';
import type { Subject } from './items.ts';

/** How long a claim keeps an item from colleagues, in milliseconds. */
export const CLAIM = 5 * 60_000;

/**
 * A moderator takes what waits for five minutes, so that two do not read the same. Taken by a
 * colleague or decided: 409. Somebody who has a part in it: 403.
 */
export async function claimItem(work: Work, { kind, subject_id }: Subject): Promise<void> {
  const moderator = actingModerator(work);
  const newest = work.trx('queue_items').where({ kind, subject_id }).orderBy('id', 'desc');
  const item = found(await newest.forUpdate().first(), 'item');
  if (item.only_for !== null && item.only_for !== moderator.id) throw new NotFound('item');
  if (item.barred.includes(moderator.id)) {
    throw new NotAllowed('You have a part in this one, so a colleague decides.');
  }
  if (item.state !== 'waiting' || isTaken(item, moderator.id, work.at)) {
    throw new Conflict('A colleague has this one. The next is waiting for you.');
  }
  const claimed_until = new Date(work.at.getTime() + CLAIM);
  await work
    .trx('queue_items')
    .where({ id: item.id })
    .update({ claimed_by: moderator.id, claimed_until });
}

/** Whether somebody else than this moderator reads it at this instant. */
export const isTaken = (
  { claimed_by, claimed_until }: Pick<QueueItemRow, 'claimed_by' | 'claimed_until'>,
  moderatorId: number,
  at: Date,
) =>
  claimed_by !== null && claimed_by !== moderatorId && claimed_until !== null && claimed_until > at;
