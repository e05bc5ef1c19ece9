import type { AskedAdjustment } from '#src/finance/propose-adjustment.ts';
import type { MemberRow } from '#src/members/rows.ts';

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
