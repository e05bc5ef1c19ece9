import assert from 'node:assert/strict';

import { changeStanding } from '../../members/change-standing.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { endSessions } from '../../members/sessions.ts';
import { writingMember } from '../../members/writing-member.ts';
import { found, Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { SanctionRow } from '../rows.ts';
import { LONGEST } from './ladder.ts';
import { maySanction } from './permissions.ts';
import { findText } from './texts.ts';
import { weighStanding } from './weigh-standing.ts';

/** What somebody is sanctioned with and why; `reason` is the name of a text. */
export type NewSanction = Pick<SanctionRow, 'kind' | 'note' | 'until'> & { reason: string };

/**
 * Sanctions a member, for a reason in words that an admin has written, until an instant. From
 * then on, and until it ends, nothing is paid to them but after a warning. Whoever is suspended or
 * closed out is signed out everywhere; signing in again they read why, and how to appeal.
 */
export async function imposeSanction(
  work: Work,
  memberId: MemberId,
  { kind, note, until, reason }: NewSanction,
): Promise<SanctionRow> {
  const actor = writingMember(work);
  const [held] = await holdMembers(work, [memberId]);
  const member = found(held, 'member');
  if (!maySanction(actor, member)) {
    throw new NotAllowed(
      actor.id === member.id
        ? 'Nobody sanctions themselves.'
        : 'Moderators sanction members. Staff are for an admin.',
    );
  }
  refuseSenseless(work, { kind, until });
  const text = await findText(work.trx, reason);
  if (!text) throw new Invalid({ reason: 'Say why.' });
  const [sanction] = await work
    .trx('sanctions')
    .insert({
      ...{ member_id: memberId, kind, text_id: text.id, note, until },
      ...{ imposed_by: actor.id, imposed_at: work.at },
    })
    .returning('*');
  assert(sanction, 'the sanction was written');
  await weighStanding(work, memberId);
  if (kind === 'warning') await changeStanding(work, memberId, { warned_until: until });
  if (kind === 'suspended' || kind === 'closed') await endSessions(work, memberId);
  const subject = `member:${String(memberId)}`;
  await logAct(work, { act: 'sanctioned', subject, reason: `${kind}: ${reason}`, note });
  await work.record('member sanctioned', { sanctionId: sanction.id, memberId, kind });
  return sanction;
}

const DAY = 86_400_000;

function refuseSenseless({ at }: Work, { kind, until }: Pick<SanctionRow, 'kind' | 'until'>): void {
  if (kind === 'closed') {
    if (until !== null)
      throw new Invalid({ until: 'A closed account has no end: leave it empty.' });
    return;
  }
  if (until === null) throw new Invalid({ until: 'Say until when.' });
  if (until <= at) throw new Invalid({ until: 'It ends today at the earliest.' });
  if (until.getTime() - at.getTime() > (LONGEST + 1) * DAY) {
    throw new Invalid({ until: 'It ends within a year.' });
  }
}
