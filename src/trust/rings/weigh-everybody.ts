import type { Knex } from 'knex';

import type { Perform } from '../../work.ts';
import type { FraudCaseId } from '../rows.ts';
import { circlesOf } from './circles.ts';
import { recountPairs } from './recount-pairs.ts';
import { findStrongPairs } from './strong-pairs.ts';
import { suspectRing } from './suspect-ring.ts';

/** What the full pass found: cases of the circles there are, and pairs that had been miscounted. */
export type Pass = { cases: FraudCaseId[]; miscounted: number };

/**
 * Counts everything again and weighs every circle of the community. It comes to the same as what
 * was weighed with each acceptance; a count that was wrong is set right, and said.
 */
export async function weighEverybody(db: Knex, perform: Perform): Promise<Pass> {
  const miscounted = await perform('system', recountPairs);
  const cases: FraudCaseId[] = [];
  for (const circle of circlesOf(await findStrongPairs(db))) {
    const found = await perform('system', (work) => suspectRing(work, circle));
    if (found !== undefined) cases.push(found);
  }
  return { cases, miscounted };
}
