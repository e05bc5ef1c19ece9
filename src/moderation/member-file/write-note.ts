import { readMember } from '../../members/find-members.ts';
import type { MemberId } from '../../members/rows.ts';
import { writingMember } from '../../members/writing-member.ts';
import { Conflict, found, Invalid, NotFound } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { StaffNoteId } from '../rows.ts';
import { mayReadFile } from './permissions.ts';

/** Notes something of a member for our team alone; written twice under one key, it is one note. */
export async function writeNote(
  work: Work,
  memberId: MemberId,
  { body, key }: { body: string; key: string },
): Promise<void> {
  const author = writingMember(work);
  await refuseUnlessTheirs(work, memberId);
  if (body.trim() === '') throw new Invalid({ body: 'Write the note first.' });
  const [noted] = await work
    .trx('staff_notes')
    .insert({
      ...{ member_id: memberId, author_id: author.id, body, request_key: key },
      written_at: work.at,
    })
    .onConflict(['author_id', 'request_key'])
    .ignore()
    .returning('id');
  if (noted) await logAct(work, { act: 'staff-noted', subject: `member:${String(memberId)}` });
}

/** Says of a note that it no longer holds, and why; it stays readable. Said already: 409. */
export async function strikeNote(
  work: Work,
  { memberId, noteId, reason }: { memberId: MemberId; noteId: StaffNoteId; reason: string },
): Promise<void> {
  const { id: struck_by } = writingMember(work);
  await refuseUnlessTheirs(work, memberId);
  if (reason.trim() === '') throw new Invalid({ reason: 'Say why it no longer holds.' });
  const own = { id: noteId, member_id: memberId };
  const note = found(await work.trx('staff_notes').where(own).first(), 'note');
  const [struck] = await work
    .trx('staff_note_strikes')
    .insert({ note_id: note.id, struck_by, reason, struck_at: work.at })
    .onConflict('note_id')
    .ignore()
    .returning('note_id');
  if (!struck) throw new Conflict('A colleague has struck it out meanwhile.');
  await logAct(work, { act: 'staff-note-struck', subject: `member:${String(memberId)}` });
}

async function refuseUnlessTheirs(work: Work, memberId: MemberId): Promise<void> {
  const member = found(await readMember(work.trx, memberId), 'member');
  if (!mayReadFile(writingMember(work), member)) throw new NotFound('We can’t find that member.');
}
