import { found, Invalid, NotAllowed } from '../refusals.ts';
import { actingMember, actorId, type Work } from '../work.ts';
import { holdMembers } from './hold-members.ts';
import { mayChangeLevel } from './permissions.ts';
import { cleanReason } from './reasons.ts';
import type { MemberId, MemberRow } from './rows.ts';

export type LevelChange = { level: MemberRow['level']; reason: string };

/** Gives a member another level by hand, for a reason that is kept. By an admin. */
export async function setLevel(work: Work, memberId: MemberId, change: LevelChange): Promise<void> {
  const reason = cleanReason(change.reason);
  const [held] = await holdMembers(work, [memberId]);
  const member = found(held, 'member');
  if (work.actor !== 'system' && !mayChangeLevel(actingMember(work), member)) {
    throw new NotAllowed('Only an admin can change the level of somebody else.');
  }
  if (member.level === change.level) throw new Invalid({ level: 'They have this level already.' });
  await recordLevel(work, member, { ...change, reason }, actorId(work));
}

/**
 * Gives a member the level that the rules say they have earned or lost, whoever's work it follows
 * from; nothing if they have it already.
 */
export async function changeLevel(
  work: Work,
  memberId: MemberId,
  change: LevelChange,
): Promise<void> {
  const [held] = await holdMembers(work, [memberId]);
  const member = found(held, 'member');
  if (member.level !== change.level) await recordLevel(work, member, change, null);
}

async function recordLevel(
  work: Work,
  member: MemberRow,
  { level, reason }: LevelChange,
  by: MemberId | null,
): Promise<void> {
  await work.trx('members').where({ id: member.id }).update({ level });
  await work.trx('level_changes').insert({
    ...{ member_id: member.id, from_level: member.level, to_level: level, reason },
    ...{ actor_id: by, changed_at: work.at },
  });
  await work.record('level changed', { memberId: member.id, from: member.level, to: level });
}
