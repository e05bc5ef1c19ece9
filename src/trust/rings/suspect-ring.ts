import assert from 'node:assert/strict';

import type { AcceptanceId } from '../../forum/rows.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import type { FraudCaseId, FraudCaseRow } from '../rows.ts';
import { SUSPECTED } from '../risk/signs.ts';
import { type Ring, weighRing } from './weigh-ring.ts';

/**
 * Puts the members of a circle before a person where what they do adds up to a suspicion, and has
 * what they earned from each other wait. Weighed again without anything new, nothing happens: a
 * case that was closed is not opened anew for the evidence that closed it.
 */
export async function suspectRing(
  work: Work,
  members: readonly MemberId[],
): Promise<FraudCaseId | undefined> {
  if ((await weighRing(work.trx, members)).score < SUSPECTED) return undefined;
  await holdMembers(work, [...members]);
  const ring = await weighRing(work.trx, members);
  if (ring.score < SUSPECTED) return undefined;
  const cases = await readCases(work, members);
  const open = cases.find(({ state }) => state === 'open');
  if (open) return isKnown(open, ring) ? open.id : deepen(work, open, ring);
  return cases.some((closed) => saysTheSame(closed, ring)) ? undefined : openCase(work, ring);
}

type KnownCase = FraudCaseRow & { members: MemberId[] };

/** Every case of any of these members, the oldest first; the open ones held still. */
async function readCases(work: Work, members: readonly MemberId[]): Promise<KnownCase[]> {
  const { rows } = await work.trx.raw<{ rows: KnownCase[] }>(
    `select c.*, (select array_agg(m.member_id) from fraud_case_members m
                   where m.case_id = c.id) as members
       from fraud_cases c
      where c.id in (select case_id from fraud_case_members where member_id = any(:members))
      order by c.id for no key update`,
    { members },
  );
  return rows;
}

const isKnown = (known: KnownCase, ring: Ring) =>
  isWithin(known, ring) && known.acceptances >= ring.acceptances.length;

const isWithin = (known: KnownCase, { members, reasons }: Ring) =>
  members.every((member) => known.members.includes(member)) &&
  reasons.every((reason) => known.reasons.includes(reason));

/**
 * New is another sign, another member, or as much again of what was found harmless; where it was
 * found to be fraud, three acceptances more.
 */
const saysTheSame = (closed: KnownCase, ring: Ring) =>
  isWithin(closed, ring) &&
  ring.acceptances.length <
    (closed.state === 'harmless' ? 2 * closed.acceptances : closed.acceptances + 3);

async function openCase(work: Work, ring: Ring): Promise<FraudCaseId> {
  const { score, reasons, acceptances } = ring;
  const [row] = await work
    .trx('fraud_cases')
    .insert({
      ...{ score, reasons, acceptances: acceptances.length },
      ...{ opened_at: work.at, changed_at: work.at },
    })
    .returning('id');
  assert(row, 'the case was written');
  return tell(work, row.id, ring, ring.members);
}

/** Adds to an open case what is new; what it said before is still said. */
async function deepen(work: Work, known: KnownCase, ring: Ring): Promise<FraudCaseId> {
  const { id, version } = known;
  const reasons = [...new Set([...ring.reasons, ...known.reasons])];
  await work
    .trx('fraud_cases')
    .where({ id })
    .update({
      ...{ reasons, score: Math.max(known.score, ring.score) },
      acceptances: Math.max(known.acceptances, ring.acceptances.length),
      ...{ version: version + 1, changed_at: work.at },
    });
  const added = ring.members.filter((member) => !known.members.includes(member));
  return tell(work, id, ring, added);
}

async function tell(
  work: Work,
  caseId: FraudCaseId,
  { score, reasons, acceptances, members }: Ring,
  added: readonly MemberId[],
): Promise<FraudCaseId> {
  for (const member_id of added) {
    await work.trx('fraud_case_members').insert({ case_id: caseId, member_id, added_at: work.at });
  }
  const acceptanceIds: AcceptanceId[] = acceptances.map(({ id }) => id);
  const memberIds = [...members];
  await work.record('fraud suspected', { caseId, memberIds, acceptanceIds, score, reasons });
  return caseId;
}
