import { changeStanding } from '../../members/change-standing.ts';
import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import { isInForce, readSanctions, type Sanction } from './sanction.ts';

/** Works out anew, from all that is in force, what a member may do. The caller holds the member. */
export async function weighStanding(work: Work, memberId: MemberId): Promise<void> {
  const inForce = (await readSanctions(work.trx, memberId)).filter((one) =>
    isInForce(one, work.at),
  );
  await changeStanding(work, memberId, {
    limited_until: latest(inForce, 'limited'),
    suspended_until: latest(inForce, 'suspended'),
    closed_at: inForce.findLast(({ kind }) => kind === 'closed')?.imposed_at ?? null,
    ...(inForce.some(({ kind }) => kind === 'warning') ? {} : { warned_until: null }),
  });
}

function latest(sanctions: Sanction[], kind: Sanction['kind']): Date | null {
  const ends = sanctions.flatMap((one) => (one.kind === kind && one.until ? [one.until] : []));
  return ends.sort((one, other) => other.getTime() - one.getTime())[0] ?? null;
}
