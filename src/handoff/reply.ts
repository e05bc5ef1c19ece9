import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdForMember, holdForStaff } from './hold-case.ts';
import { noteEvent } from './note-event.ts';
import { readPromise } from './promise.ts';
import { refuseUnlessRead } from './refuse-unless-read.ts';
import type { CaseId, CaseMessageId, CaseRow } from './rows.ts';
import { waitForMember, waitForStaff } from './turn.ts';
import { findSent, writeMessage, type Drawing, type Writing } from './write-message.ts';

/** A reply of ours; `seen` is the last message that its writer had read, if there was any. */
export type StaffReply = Writing & { seen: CaseMessageId | undefined };

/**
 * One of our people replies: the case is theirs if it was nobody's, it waits for the member, and
 * the member is told that there is something to read. What was written meanwhile by anybody else
 * refuses it (409). On a closed case it opens it again. Undefined if that sending was there already.
 */
export async function replyAsStaff(
  work: Work,
  markdown: Drawing,
  id: CaseId,
  { seen, ...writing }: StaffReply,
): Promise<CaseMessageId | undefined> {
  const { actor, held } = await holdForStaff(work, id);
  if (await findSent(work, writing.key)) return undefined;
  await refuseUnlessRead(work, held, seen);
  const message = await writeMessage(work, markdown, held, writing);
  if (!message) return undefined;
  if (held.state === 'closed') await noteEvent(work, id, { act: 'reopened' });
  await waitForMember(work, held, {
    last_message_at: work.at,
    assigned_to: held.assigned_to ?? actor.id,
    first_replied_at: held.first_replied_at ?? work.at,
  });
  await work.record('case replied', {
    caseId: id,
    messageId: message.id,
    memberId: held.member_id,
  });
  await work.record('case handled', { caseId: id, act: 'case-replied' });
  return message.id;
}

/**
 * The member writes: the case waits for us. A closed one opens again within the days that the
 * promise names, and is refused after that (409).
 */
export async function replyAsMember(
  work: Work,
  markdown: Drawing,
  id: CaseId,
  writing: Writing,
): Promise<void> {
  const { held } = await holdForMember(work, id);
  if (await findSent(work, writing.key)) return;
  const { reopen_days } = await readPromise(work.trx);
  if (!canBeAnswered(held, work.at, reopen_days)) {
    throw new Conflict(
      `This conversation closed more than ${String(reopen_days)} days ago. Ask us again instead.`,
    );
  }
  if (!(await writeMessage(work, markdown, held, writing))) return;
  if (held.state === 'closed') await noteEvent(work, id, { act: 'reopened' });
  await waitForStaff(work, held, { last_message_at: work.at });
}

/** Whether the member may still write in it. */
export const canBeAnswered = ({ closed_at }: Pick<CaseRow, 'closed_at'>, at: Date, days: number) =>
  closed_at === null || at.getTime() - closed_at.getTime() <= days * DAY;

/** Milliseconds. */
const DAY = 24 * 3_600_000;
