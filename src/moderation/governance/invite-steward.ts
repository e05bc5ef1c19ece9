import assert from 'node:assert/strict';

import type { TopicId } from '../../forum/rows.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { Conflict, found, Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { StewardId } from '../rows.ts';
import { nameTopics, putTopics } from './change-steward-topics.ts';
import { findAppointment } from './find-stewards.ts';
import { actingGovernor } from './permissions.ts';
import { readSettings } from './settings.ts';
import { isEligible, readSteadiness } from './steadiness.ts';

export type Invitation = {
  memberId: MemberId;
  topics: readonly TopicId[];
  /** Why this member; for staff. */
  reason: string;
  /** A calendar date, as YYYY-MM-DD. */
  reviewOn: string;
};

/**
 * Staff invite a member, by the record of their own answers, to judge audits in some topics. They
 * serve from when they sign the undertaking; the appointment is looked at again on its date.
 */
export async function inviteSteward(work: Work, invitation: Invitation): Promise<StewardId> {
  const actor = actingGovernor(work);
  const { memberId, topics, reason, reviewOn } = invitation;
  const [member] = await holdMembers(work, [memberId]);
  const { role } = found(member, 'member');
  if (role !== 'member') throw new Invalid({ name: 'Staff judge as staff, not as stewards.' });
  await refuseUnproven(work, memberId);
  await nameTopics(work, topics);
  if (reviewOn <= work.at.toISOString().slice(0, 10)) {
    throw new Invalid({ review: 'Choose a date to come.' });
  }
  if (await findAppointment(work.trx, memberId)) {
    throw new Conflict('They have been invited already, or serve already.');
  }
  const [steward] = await work
    .trx('stewards')
    .insert({
      ...{ member_id: memberId, reason, invited_by: actor.id, invited_at: work.at },
      review_on: reviewOn,
    })
    .returning('id');
  assert(steward, 'the invitation was written');
  await putTopics(work, steward.id, topics);
  await logAct(work, { act: 'steward-invited', subject: `member:${String(memberId)}`, reason });
  await work.record('steward invited', { memberId });
  return steward.id;
}

async function refuseUnproven(work: Work, memberId: MemberId): Promise<void> {
  const settings = await readSettings(work.trx);
  const record = await readSteadiness(work.trx, memberId);
  if (record && isEligible(record, settings)) return;
  const { steward_passed, steward_share_percent } = settings;
  throw new Invalid({
    name:
      `Stewards are Guides with ${String(steward_passed)} checked answers passed, ` +
      `and ${String(steward_share_percent)} % of all that were checked.`,
  });
}
