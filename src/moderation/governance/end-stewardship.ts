import { changeLevel } from '../../members/change-level.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { Conflict, found, NotAllowed } from '../../refusals.ts';
import { actingMember, actorId, type Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { StewardId, StewardRow } from '../rows.ts';
import { actingGovernor } from './permissions.ts';

/** A steward stops, at any time and without having to say why. */
export async function resignStewardship(work: Work, reason: string): Promise<void> {
  const { id } = actingMember(work);
  const [steward] = await work.trx('stewards').where({ member_id: id, state: 'serving' });
  await end(work, found(steward, 'steward'), { state: 'resigned', reason });
}

/** Staff take an appointment or an invitation back, for a reason that the steward is told. */
export async function relieveSteward(work: Work, id: StewardId, reason: string): Promise<void> {
  const actor = actingGovernor(work);
  const steward = found(await work.trx('stewards').where({ id }).first(), 'steward');
  if (steward.member_id === actor.id) throw new NotAllowed('A colleague decides about you.');
  await end(work, steward, { state: 'relieved', reason });
}

/** What waits for them waits for the other stewards; the dial is looked at where few are left. */
async function end(
  work: Work,
  { id, member_id }: StewardRow,
  { state, reason }: { state: 'resigned' | 'relieved'; reason: string },
): Promise<void> {
  await holdMembers(work, [member_id]);
  const ended = await work
    .trx('stewards')
    .where({ id })
    .whereIn('state', ['invited', 'serving'])
    .update({ state, end_reason: reason, ended_by: actorId(work), ended_at: work.at });
  if (ended === 0) throw new Conflict('This appointment has ended already.');
  await lowerLevel(work, member_id, state);
  await logAct(work, { act: `steward-${state}`, subject: `member:${String(member_id)}`, reason });
  const topics = await work.trx('steward_topics').where({ steward_id: id }).pluck('topic_id');
  for (const topicId of topics) await work.enqueue('review-governance', { topicId });
}

/** The level came with the office and goes with it; what it was earned by stays. */
async function lowerLevel(work: Work, memberId: MemberId, state: string): Promise<void> {
  const member = await work.trx('members').where({ id: memberId }).first('level');
  if (member?.level !== 'steward') return;
  await changeLevel(work, memberId, { level: 'guide', reason: `Steward no more: ${state}` });
}
