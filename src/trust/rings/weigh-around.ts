import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { Perform } from '../../work.ts';
import type { FraudCaseId } from '../rows.ts';
import { circlesOf } from './circles.ts';
import { findStrongPairsAround } from './strong-pairs.ts';
import { suspectRing } from './suspect-ring.ts';

/** Weighs the circle that a member is in, if there is one, and says which case it has. */
export async function weighAround(
  db: Knex,
  perform: Perform,
  member: MemberId,
): Promise<FraudCaseId | undefined> {
  const circles = circlesOf(await findStrongPairsAround(db, member));
  const circle = circles.find((members) => members.includes(member));
  return circle && perform('system', (work) => suspectRing(work, circle));
}
