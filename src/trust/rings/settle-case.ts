import { holdMembers } from '../../members/hold-members.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import { Conflict, found } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import type { FraudCaseId, FraudCaseRow } from '../rows.ts';
import { readBetween } from './weigh-ring.ts';

/** A case held still with everybody in it, so that nothing is earned meanwhile. */
export type HeldCase = { row: FraudCaseRow; members: MemberId[] };

/**
 * Holds an open case as the page showed it. What a colleague closed, or what has become more since,
 * is a Conflict.
 */
export async function holdCase(work: Work, id: FraudCaseId, version: number): Promise<HeldCase> {
  const members = await work
    .trx('fraud_case_members')
    .where({ case_id: id })
    .orderBy('member_id')
    .pluck('member_id');
  await holdMembers(work, members);
  const row = found(await work.trx('fraud_cases').where({ id }).forUpdate().first(), 'case');
  if (row.state !== 'open') throw new Conflict('A colleague has closed this case meanwhile.');
  if (row.version !== version) {
    throw new Conflict('There is more in this case than you saw. Look at it again.');
  }
  return { row, members };
}

/** Has everything between the members wait: what stands, and what will be accepted. */
export async function keepEverything(work: Work, { row, members }: HeldCase): Promise<void> {
  await change(work, row, { held_at: row.held_at ?? work.at });
  const between = await readBetween(work.trx, members);
  const acceptanceIds = between.map(({ id }) => id);
  await work.record('fraud case held', { caseId: row.id, acceptanceIds });
}

/** Closes a case as harmless, with the reason: what waited for it alone is free. */
export async function clearCase(work: Work, { row }: HeldCase, reason: string): Promise<void> {
  await close(work, row, 'harmless', reason);
}

/**
 * Takes back what these acceptances earned, and closes the case as fraud. What was not chosen is
 * free; an acceptance that does not stand between the members is not found.
 */
export async function confirmCase(
  work: Work,
  { row, members }: HeldCase,
  { reason, acceptanceIds }: { reason: string; acceptanceIds: readonly AcceptanceId[] | 'all' },
): Promise<void> {
  const between = (await readBetween(work.trx, members)).map(({ id }) => id);
  const chosen = acceptanceIds === 'all' ? between : [...new Set(acceptanceIds)];
  found(chosen.every((id) => between.includes(id)) || undefined, 'acceptance');
  await close(work, row, 'confirmed', reason, async () => {
    const taken = { case_id: row.id, taken_at: work.at };
    await work
      .trx('fraud_takings')
      .insert(chosen.map((acceptance_id) => ({ acceptance_id, ...taken })));
    await work.record('fraud confirmed', { caseId: row.id, acceptanceIds: chosen });
  });
}

async function close(
  work: Work,
  row: FraudCaseRow,
  state: 'harmless' | 'confirmed',
  reason: string,
  first: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const decided = { decided_by: actingMember(work).id, closed_at: work.at };
  await change(work, row, { state, reason, ...decided });
  await first();
  await work.record('fraud case closed', { caseId: row.id });
}

async function change(
  work: Work,
  { id, version }: FraudCaseRow,
  what: Partial<FraudCaseRow>,
): Promise<void> {
  const changed = { ...what, version: version + 1, changed_at: work.at };
  await work.trx('fraud_cases').where({ id }).update(changed);
}
