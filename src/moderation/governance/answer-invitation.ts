import { changeLevel } from '../../members/change-level.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import { holdAppointment, type Signature, writeSignature } from './sign-undertaking.ts';

/**
 * A member accepts in writing: types their name under the undertaking, which is kept with its
 * version, and serves from then on.
 */
export async function acceptInvitation(work: Work, signature: Signature): Promise<void> {
  const appointed = await holdAppointment(work, 'invited');
  const { member, appointment } = appointed;
  await writeSignature(work, appointed, signature);
  await work
    .trx('stewards')
    .where({ id: appointment.id })
    .update({ state: 'serving', answered_at: work.at });
  const reason = 'Invited, and signed the undertaking';
  await changeLevel(work, member.id, { level: 'steward', reason });
  await logAct(work, { act: 'steward-accepted', subject: `member:${String(member.id)}` });
}

/** A member says no, for whatever reason: nothing follows from it. */
export async function declineInvitation(work: Work): Promise<void> {
  const { member, appointment } = await holdAppointment(work, 'invited');
  await work
    .trx('stewards')
    .where({ id: appointment.id })
    .update({ state: 'declined', answered_at: work.at, ended_at: work.at, ended_by: member.id });
  await logAct(work, { act: 'steward-declined', subject: `member:${String(member.id)}` });
}
