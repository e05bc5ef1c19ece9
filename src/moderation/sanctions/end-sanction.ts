import { holdMembers } from '../../members/hold-members.ts';
import { writingMember } from '../../members/writing-member.ts';
import { Conflict, found, Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { SanctionEndRow, SanctionId } from '../rows.ts';
import { maySanction } from './permissions.ts';
import { findSanction, isInForce, type Sanction } from './sanction.ts';
import { weighStanding } from './weigh-standing.ts';

/** Ends a sanction before its time, for a reason that is kept. By whoever may impose it. */
export async function liftSanction(work: Work, id: SanctionId, because: string): Promise<void> {
  const actor = writingMember(work);
  const { sanction, member } = await holdSanction(work, id);
  if (!maySanction(actor, member)) {
    throw new NotAllowed('Only whoever may sanction this member can lift it.');
  }
  if (because.trim() === '') throw new Invalid({ because: 'Say why it ends early.' });
  if (!isInForce(sanction, work.at)) throw new Conflict('This sanction is over already.');
  await endSanction(work, sanction, { how: 'lifted', ended_by: actor.id, because });
  const subject = `member:${String(member.id)}`;
  await logAct(work, { act: 'sanction-lifted', subject, reason: sanction.kind, note: because });
}

/** A sanction and its member, held still: the member first. */
export async function holdSanction(work: Work, id: SanctionId) {
  const known = found(await work.trx('sanctions').where({ id }).first(), 'sanction');
  const [member] = await holdMembers(work, [known.member_id]);
  const sanction = found(await findSanction(work.trx, id), 'sanction');
  return { sanction, member: found(member, 'member') };
}

/** Writes down how a held sanction ended and what its member may do from now on. */
export async function endSanction(
  work: Work,
  { id, member_id }: Pick<Sanction, 'id' | 'member_id'>,
  end: Pick<SanctionEndRow, 'how' | 'ended_by' | 'because'>,
): Promise<void> {
  await work.trx('sanction_ends').insert({ sanction_id: id, ...end, ended_at: work.at });
  await weighStanding(work, member_id);
  await work.record('sanction ended', { sanctionId: id, memberId: member_id, how: end.how });
}
