import type { Events } from '../events.ts';
import { holdMembers } from '../members/hold-members.ts';
import { found } from '../refusals.ts';
import type { Work } from '../work.ts';
import { decideAgain } from './decide-again.ts';
import type { RewardRow } from './rows.ts';

/**
 * Two who asked the same accepted one answer, and one acceptance was paid for both. When whoever
 * gave that takes it back, the other that still stands is decided again; not when our team took
 * something down, which may come back just as it was.
 */
export async function payOtherAcceptance(
  work: Work,
  { answerId, authorId, because }: Events['acceptance withdrawn'],
): Promise<void> {
  if (because === 'removed') return;
  const [author] = await holdMembers(work, [authorId]);
  const { rows } = await work.trx.raw<{ rows: RewardRow[] }>(
    `select r.* from rewards r join acceptances a on a.id = r.acceptance_id
      where a.answer_id = ? and a.withdrawn_at is null and r.refusal = 'paid-already'
      order by r.id
      limit 1`,
    [answerId],
  );
  if (rows[0]) await decideAgain(work, found(author, 'member'), rows[0]);
}
