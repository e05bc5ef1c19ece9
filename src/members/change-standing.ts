import type { Work } from '../work.ts';
import type { MemberId } from './rows.ts';
import type { Standing } from './standing.ts';

/** Writes down what a member may do until when. The caller holds the member and has its reasons. */
export async function changeStanding(
  work: Work,
  id: MemberId,
  standing: Partial<Standing>,
): Promise<void> {
  await work.trx('members').where({ id }).update(standing);
}
