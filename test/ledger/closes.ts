import type { Month } from '#src/ledger/dates.ts';
import { beginClose, endClose, raiseFence } from '#src/ledger/periods.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import type { Domain } from '#test/support/domain.ts';

/** Stops a month as far as the ledger is concerned: what comes late goes to the next. */
export const stopMonth = ({ perform }: Domain, month: string, maker: MemberRow) =>
  perform(maker, (work) => beginClose(work, month as Month));

/** Closes a month that was stopped, for a ledger that no community stands behind. */
export async function closeMonth(domain: Domain, month: string, by: MemberRow): Promise<void> {
  const fence = await raiseFence(domain.db);
  if (!fence) throw new Error('something was in the way');
  await sealTransfers(domain.db);
  const closed = await domain.perform(by, (work) => endClose(work, month as Month, fence));
  if (!closed) throw new Error('the month was not closed');
}
