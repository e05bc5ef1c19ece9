import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { StaffNoteRow, StaffNoteStrikeRow } from '../rows.ts';

/** A note of our team's, with who wrote it and what became of it. */
export type StaffNote = Pick<StaffNoteRow, 'id' | 'body' | 'written_at'> & {
  author: string;
  strike: (Pick<StaffNoteStrikeRow, 'reason'> & { by: string; at: Date }) | undefined;
};

/** What our team noted of a member, the latest first: for whoever may read the member's file. */
export async function readNotes(db: Knex, memberId: MemberId): Promise<StaffNote[]> {
  const { rows } = await db.raw<{ rows: Columns[] }>(
    `select n.id, n.body, n.written_at, a.name as author, s.reason, s.struck_at, b.name as striker
       from staff_notes n
       join members a on a.id = n.author_id
       left join staff_note_strikes s on s.note_id = n.id
       left join members b on b.id = s.struck_by
      where n.member_id = ? order by n.id desc limit 200`,
    [memberId],
  );
  return rows.map(({ reason, struck_at, striker, ...note }) => ({
    ...note,
    strike: reason === null ? undefined : { reason, by: striker, at: struck_at },
  }));
}

type Columns = Omit<StaffNote, 'strike'> &
  (
    | { reason: string; struck_at: Date; striker: string }
    | { reason: null; struck_at: null; striker: null }
  );
