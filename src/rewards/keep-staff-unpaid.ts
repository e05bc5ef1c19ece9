import type { Events } from '../events.ts';
import { readHoldings } from '../ledger/balances.ts';
import { holdMembers } from '../members/hold-members.ts';
import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';

/** A payable member is never staff: whoever holds credit cannot be given a staff role. */
export async function keepStaffUnpaid(
  work: Work,
  { memberId, to }: Events['role changed'],
): Promise<void> {
  if (to === 'member') return;
  await holdMembers(work, [memberId]);
  const { pending, available, inTransit } = await readHoldings(work.trx, memberId);
  const owed = await work.trx('rewards').where({ member_id: memberId, state: 'waiting' }).first();
  if (pending + available + inTransit > 0n || owed) {
    throw new Conflict(
      'This member still has airtime credit, and staff are never paid. ' +
        'Give the role to an account of their own for work, or wait until the credit is paid out.',
    );
  }
}
