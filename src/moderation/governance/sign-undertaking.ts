import { holdMembers } from '../../members/hold-members.ts';
import { nameKey } from '../../members/names.ts';
import type { MemberRow } from '../../members/rows.ts';
import { Conflict, found, Invalid } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { StewardRow } from '../rows.ts';
import { readUndertaking } from './undertakings.ts';

/** A signature under the version of the undertaking that was read. */
export type Signature = { signature: string; version: number };

/** A member and the appointment that they were offered or hold, both held still. */
export type Appointed = { member: MemberRow; appointment: StewardRow };

/** A steward signs the version that was published since they last did, and has the desk again. */
export async function signUndertaking(work: Work, signature: Signature): Promise<void> {
  const appointed = await holdAppointment(work, 'serving');
  await writeSignature(work, appointed, signature);
  const subject = `member:${String(appointed.member.id)}`;
  const note = `Version ${String(signature.version)}`;
  await logAct(work, { act: 'undertaking-signed', subject, note });
}

/** The acting member and their appointment in this state; NotFound where they have none. */
export async function holdAppointment(
  work: Work,
  state: 'invited' | 'serving',
): Promise<Appointed> {
  const { id } = actingMember(work);
  const [member] = await holdMembers(work, [id]);
  const appointment = await work
    .trx('stewards')
    .where({ member_id: id, state })
    .forUpdate()
    .first();
  return { member: found(member, 'member'), appointment: found(appointment, 'invitation') };
}

/** A name under the latest version; Invalid if it is not theirs, Conflict if that is not what was read. */
export async function writeSignature(
  work: Work,
  { member, appointment: { id, undertaking_version } }: Appointed,
  { signature, version }: Signature,
): Promise<void> {
  const signed_as = signature.trim();
  if (nameKey(signed_as) !== member.name_key) {
    throw new Invalid({ signature: `Type your name, ${member.name}, to sign.` });
  }
  if ((await readUndertaking(work.trx)).version !== version) {
    throw new Conflict('The undertaking has changed meanwhile. Read it again before you sign.');
  }
  if (undertaking_version === version) throw new Conflict('You have signed this version already.');
  await work
    .trx('steward_signatures')
    .insert({ steward_id: id, version, signed_as, signed_at: work.at });
  await work.trx('stewards').where({ id }).update({ undertaking_version: version, signed_as });
}
