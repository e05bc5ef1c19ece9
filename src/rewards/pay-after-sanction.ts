import type { Events } from '../events.ts';
import { holdMembers } from '../members/hold-members.ts';
import type { MemberId } from '../members/rows.ts';
import { found } from '../refusals.ts';
import type { Work } from '../work.ts';
import { decideAgain } from './decide-again.ts';
import type { RewardRow } from './rows.ts';

/**
 * A sanction that should not have been imposed: what was refused for it alone, and still stands
 * accepted, is decided again by the rules of its day, within the limits as they are used by now.
 */
export async function payAfterSanction(
  work: Work,
  { memberId, stretches }: Events['sanction overturned'],
): Promise<void> {
  if (stretches.length === 0) return;
  const [member] = await holdMembers(work, [memberId]);
  for (const reward of await readRefused(work, memberId, stretches)) {
    await decideAgain(work, found(member, 'member'), reward, { sanctioned: false });
  }
}

async function readRefused(
  work: Work,
  memberId: MemberId,
  stretches: Events['sanction overturned']['stretches'],
): Promise<RewardRow[]> {
  const { rows } = await work.trx.raw<{ rows: RewardRow[] }>(
    `select r.* from rewards r join acceptances a on a.id = r.acceptance_id
      where r.member_id = :memberId and r.refusal = 'sanctioned' and a.withdrawn_at is null
        and exists (select from unnest(:from::timestamptz[], :to::timestamptz[]) as s (since, till)
                     where r.made_at >= since and r.made_at < till)
      order by r.id`,
    { memberId, from: stretches.map(({ from }) => from), to: stretches.map(({ to }) => to) },
  );
  return rows;
}
