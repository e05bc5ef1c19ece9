import { changeLevel } from '../../members/change-level.ts';
import { nameKey } from '../../members/names.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberRow } from '../../members/rows.ts';
import { Conflict, found, Invalid } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { StewardRow } from '../rows.ts';
import { readUndertaking } from './undertakings.ts';

/** A signature under the version of the undertaking that was read. */
export type Signature = { signature: string; version: number };

/**
 * A member accepts in writing: types their name under the undertaking, which is kept with its
 * version, and serves from then on.
 */
export async function acceptInvitation(
  work: Work,
  { signature, version }: Signature,
): Promise<void> {
  const { member, invitation } = await holdInvitation(work);
  if (nameKey(signature.trim()) !== member.name_key) {
    throw new Invalid({ signature: `Type your name, ${member.name}, to sign.` });
  }
  const undertaking = await readUndertaking(work.trx);
  if (undertaking.version !== version) {
    throw new Conflict('The undertaking has changed meanwhile. Read it again before you sign.');
  }
  const signed = { undertaking_version: version, signed_as: signature.trim() };
  await work
    .trx('stewards')
    .where({ id: invitation.id })
    .update({ ...signed, state: 'serving', answered_at: work.at });
  const reason = 'Invited, and signed the undertaking';
  await changeLevel(work, member.id, { level: 'steward', reason });
  await logAct(work, { act: 'steward-accepted', subject: `member:${String(member.id)}` });
}

/** A member says no, for whatever reason: nothing follows from it. */
export async function declineInvitation(work: Work): Promise<void> {
  const { member, invitation } = await holdInvitation(work);
  await work
    .trx('stewards')
    .where({ id: invitation.id })
    .update({ state: 'declined', answered_at: work.at, ended_at: work.at, ended_by: member.id });
  await logAct(work, { act: 'steward-declined', subject: `member:${String(member.id)}` });
}

async function holdInvitation(work: Work): Promise<{ member: MemberRow; invitation: StewardRow }> {
  const { id } = actingMember(work);
  const [member] = await holdMembers(work, [id]);
  const invitation = await work
    .trx('stewards')
    .where({ member_id: id, state: 'invited' })
    .forUpdate()
    .first();
  return { member: found(member, 'member'), invitation: found(invitation, 'invitation') };
}
