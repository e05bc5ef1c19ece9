import { randomUUID } from 'node:crypto';

import type { MemberRow } from '#src/members/rows.ts';
import { strikeNote, writeNote } from '#src/moderation/member-file/write-note.ts';
import type { Community } from '#test/support/community.ts';

type People = Record<'author' | 'moderator' | 'admin', MemberRow>;

/** Notes of the team on the author, one of them struck out, with a word in each. */
export async function noteOnMember(
  { owner, perform }: Community,
  { author, moderator, admin }: People,
  plantText: (secret: string) => string,
): Promise<void> {
  const note = async (body: string) => {
    await perform(moderator, (work) => writeNote(work, author.id, { body, key: randomUUID() }));
    return owner('staff_notes').orderBy('id', 'desc').first();
  };
  await note(plantText('what our team noted of a member'));
  const struck = await note(plantText('what no longer holds of a member'));
  const reason = plantText('why a note was struck out');
  if (!struck) throw new Error('the note was written');
  await perform(admin, (work) =>
    strikeNote(work, { memberId: author.id, noteId: struck.id, reason }),
  );
}
