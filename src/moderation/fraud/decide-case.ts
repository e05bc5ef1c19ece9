import type { AcceptanceId } from '../../forum/rows.ts';
import { Invalid, NotFound } from '../../refusals.ts';
import type { FraudCaseId } from '../../trust/rows.ts';
import {
  clearCase,
  confirmCase,
  holdCase,
  keepEverything,
  type HeldCase,
} from '../../trust/rings/settle-case.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import { mayDecideCase } from '../permissions.ts';

/** Why, and the version of the case that the moderator had read. */
export type CaseDecision = { reason: string; version: number };

/** Holds everything between the members of a case: what they have earned, and what they will. */
export async function holdEverything(
  work: Work,
  id: FraudCaseId,
  decision: CaseDecision,
): Promise<void> {
  await keepEverything(work, await caseFor(work, id, decision));
  await log(work, 'fraud-held', id, decision);
}

/** Closes a case as harmless; what waited for it alone is released. */
export async function releaseCase(
  work: Work,
  id: FraudCaseId,
  decision: CaseDecision,
): Promise<void> {
  await clearCase(work, await caseFor(work, id, decision), decision.reason);
  await log(work, 'fraud-released', id, decision);
}

/**
 * Takes back what acceptances in a case have earned, all or those chosen, and closes it as fraud:
 * what is held is not paid, what was released is clawed back, and the rest is free.
 */
export async function takeBackCase(
  work: Work,
  id: FraudCaseId,
  decision: CaseDecision & { acceptanceIds: readonly AcceptanceId[] | 'all' },
): Promise<void> {
  if (decision.acceptanceIds.length === 0) {
    throw new Invalid({ acceptances: 'Choose what is to be taken back.' });
  }
  await confirmCase(work, await caseFor(work, id, decision), decision);
  await log(work, 'fraud-taken-back', id, decision);
}

/** To those who are in it there is no such case. */
async function caseFor(
  work: Work,
  id: FraudCaseId,
  { reason, version }: CaseDecision,
): Promise<HeldCase> {
  const moderator = actingModerator(work);
  if ([...reason].length < 10) throw new Invalid({ reason: 'Say why in 10 characters or more.' });
  const held = await holdCase(work, id, version);
  if (!mayDecideCase(moderator, held.members)) throw new NotFound('We can’t find that case.');
  return held;
}

const log = (
  work: Work,
  act: 'fraud-held' | 'fraud-released' | 'fraud-taken-back',
  id: FraudCaseId,
  { reason }: CaseDecision,
) => logAct(work, { act, subject: `fraud:${String(id)}`, note: reason });
