import { approveAdjustment } from '#src/finance/adjustments/approve-adjustment.ts';
import {
  proposeAdjustment,
  type AskedAdjustment,
} from '#src/finance/adjustments/propose-adjustment.ts';
import type { AdjustmentId } from '#src/finance/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import type { Domain } from '#test/support/domain.ts';
import { aFinancePerson } from '#test/support/make.ts';

let count = 0;

/** Fifty pence from the reward account to a member, unless the test says otherwise. */
export const anAdjustment = (
  { id }: Pick<MemberRow, 'id'>,
  details: Partial<AskedAdjustment> = {},
): AskedAdjustment => ({
  ...{ from: 'expense:rewards', to: `member:${String(id)}:available`, amount: 50n },
  ...{ reason: 'The check took a month, so we add what was promised.', evidence: 'Ticket 4711' },
  ...{ memberId: undefined, requestKey: `test-request-${String((count += 1))}` },
  ...details,
});

/** An adjustment that one finance person asked for and another has approved. */
export async function anApprovedAdjustment(
  { owner, perform }: Pick<Domain, 'owner' | 'perform'>,
  member: Pick<MemberRow, 'id'>,
  details: Partial<AskedAdjustment> = {},
): Promise<AdjustmentId> {
  const [maker, checker] = [await aFinancePerson(owner), await aFinancePerson(owner)];
  const asked = anAdjustment(member, details);
  const { id } = await perform(maker, (work) => proposeAdjustment(work, asked));
  await perform(checker, (work) => approveAdjustment(work, id));
  return id;
}
