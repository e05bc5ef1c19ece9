import type { MemberId } from '../members/rows.ts';
import type { Work } from '../work.ts';

/** What a member owes back, in minor units. The caller holds the member. */
export async function readDebt(work: Work, member_id: MemberId): Promise<bigint> {
  const debt = await work.trx('reward_debts').where({ member_id }).first('owed_minor');
  return debt?.owed_minor ?? 0n;
}

/** Adds to what a member owes, or with a negative change takes from it; it never goes below zero. */
export async function changeDebt(work: Work, memberId: MemberId, change: bigint): Promise<void> {
  const owed_minor = (await readDebt(work, memberId)) + change;
  await work
    .trx('reward_debts')
    .insert({ member_id: memberId, owed_minor })
    .onConflict('member_id')
    .merge();
}
