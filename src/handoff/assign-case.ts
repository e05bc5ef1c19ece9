import type { MemberId, MemberRow } from '../members/rows.ts';
import { Conflict, Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdForStaff } from './hold-case.ts';
import { noteEvent } from './note-event.ts';
import { mayHandle } from './permissions.ts';
import type { CaseId, CaseRow } from './rows.ts';

/** Who is to look after a case; `was` is whose it was when the page was read. Null is nobody. */
export type Assignment = { to: MemberId | null; was: MemberId | null };

/** Gives a case to one of our people, or to nobody. Given to somebody else meanwhile: 409. */
export async function assignCase(work: Work, id: CaseId, { to, was }: Assignment): Promise<void> {
  const { held } = await holdForStaff(work, id);
  await refuseIfGiven(work, held, was);
  if (held.assigned_to === to) return;
  if (to !== null) await findColleague(work, held, to);
  await work.trx('cases').where({ id }).update({ assigned_to: to, moved_at: work.at });
  await noteEvent(work, id, to === null ? { act: 'released' } : { act: 'assigned', to_id: to });
  await work.record('case handled', { caseId: id, act: 'case-assigned' });
}

/** Hands a case to a colleague with a note that only our team reads. */
export async function handOverCase(
  work: Work,
  id: CaseId,
  { to, was, note }: { to: MemberId; was: MemberId | null; note: string },
): Promise<void> {
  const { held } = await holdForStaff(work, id);
  if (note.trim() === '') throw new Invalid({ note: 'Tell your colleague what to know.' });
  await refuseIfGiven(work, held, was);
  await findColleague(work, held, to);
  if (held.assigned_to === to) throw new Invalid({ to: 'It is theirs already.' });
  await work.trx('cases').where({ id }).update({ assigned_to: to, moved_at: work.at });
  await noteEvent(work, id, { act: 'handed-over', to_id: to, note });
  await work.record('case handled', { caseId: id, act: 'case-handed-over' });
}

async function refuseIfGiven({ trx }: Work, { assigned_to }: CaseRow, was: MemberId | null) {
  if (assigned_to === was) return;
  const holder = assigned_to && (await trx('members').where({ id: assigned_to }).first('name'));
  throw new Conflict(
    holder ? `${holder.name} has it by now.` : 'It is nobody’s by now. Take it if you like.',
  );
}

async function findColleague({ trx }: Work, held: CaseRow, id: MemberId): Promise<MemberRow> {
  const colleague = await trx('members').where({ id }).first();
  if (colleague && mayHandle(colleague, held)) return colleague;
  throw new Invalid({ to: 'Choose a colleague who may read it.' });
}
