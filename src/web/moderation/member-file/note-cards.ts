import type { StaffNote } from '../../../moderation/member-file/read-notes.ts';
import { form, type Form } from '../../form-page.ts';
import { keyFor } from '../../handoff/request-key.ts';
import { filePath } from './file-path.ts';
import type { RefusedNote } from './member-file-page.ts';

/** A note of our team's on a member. */
export type NoteCard = {
  body: string;
  author: string;
  at: Date;
  strike: StaffNote['strike'];
  /** Undefined once it is struck out. */
  form: Form | undefined;
  open: boolean;
};

type Member = { name: string };

export const noteCards = (
  notes: readonly StaffNote[],
  member: Member,
  refused: RefusedNote | undefined,
): NoteCard[] =>
  notes.map((note) => {
    const id = String(note.id);
    const again = refused?.note === id ? refused : undefined;
    return {
      ...{ body: note.body, author: note.author, at: note.written_at, strike: note.strike },
      form: note.strike ? undefined : strikeForm(member, id, again),
      open: again !== undefined,
    };
  });

function strikeForm(member: Member, id: string, again: RefusedNote | undefined): Form {
  return form(
    {
      ...{ id: `strike-${id}`, action: `${filePath(member)}/notes/${id}/strike` },
      ...{ submit: 'Strike it out', primary: false },
      fields: [{ name: 'reason', label: 'Why it no longer holds' }],
    },
    again?.errors ?? {},
    again?.typed ?? {},
  );
}

/** Where a note is written. */
export function noteForm(member: Member, again: RefusedNote | undefined): Form {
  return form(
    {
      ...{ id: 'note', action: `${filePath(member)}/notes`, submit: 'Keep the note' },
      fields: [
        {
          ...{ name: 'body', label: 'A note for moderators and admins', kind: 'long' },
          hint: 'It can’t be changed, only struck out. Nobody else ever sees it.',
        },
      ],
      hidden: { key: keyFor(again?.typed) },
    },
    again?.errors ?? {},
    again?.typed ?? {},
  );
}
