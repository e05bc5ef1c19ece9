import type { MemberRow } from '../members/rows.ts';
import { writingMember } from '../members/writing-member.ts';
import { found, NotFound } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { mayHandle, mayReadOwn } from './permissions.ts';
import type { CaseId, CaseRow } from './rows.ts';

type Held = { actor: MemberRow; held: CaseRow };

/** A case, held still, for one of our people. To everybody else it is not there (404). */
export async function holdForStaff(work: Work, id: CaseId): Promise<Held> {
  const actor = writingMember(work);
  const held = await hold(work, id);
  if (!mayHandle(actor, held)) throw new NotFound(GONE);
  return { actor, held };
}

/**
 * A case, held still, for the member with whom it is, sanctioned or not. To everybody else it is
 * not there (404).
 */
export async function holdForMember(work: Work, id: CaseId): Promise<Held> {
  const actor = actingMember(work);
  const held = await hold(work, id);
  if (!mayReadOwn(actor, held)) throw new NotFound(GONE);
  return { actor, held };
}

const hold = async (work: Work, id: CaseId): Promise<CaseRow> =>
  found(await work.trx('cases').where({ id }).forUpdate().first(), 'conversation');

const GONE = 'We can’t find that conversation.';
