import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import type { SanctionEndRow, SanctionRow, SanctionTextRow } from '../rows.ts';

/** A sanction with its text, who imposed it, and how it ended if it did. */
export type Sanction = SanctionRow &
  Pick<SanctionTextRow, 'slug' | 'version' | 'label' | 'body'> & {
    imposer: string;
    /** Whether an appeal found that it should not have been imposed. */
    overturned: boolean;
    end: (Pick<SanctionEndRow, 'how' | 'ended_at' | 'because'> & { by: string | null }) | null;
  };

/** Whether a sanction is in force at an instant, by the clock alone. */
export const isInForce = (
  { imposed_at, until, end }: Pick<Sanction, 'imposed_at' | 'until' | 'end'>,
  at: Date,
): boolean => imposed_at <= at && (until === null || until > at) && !(end && end.ended_at <= at);

/** Everything a member was ever sanctioned for, the latest first. */
export async function readSanctions(db: Knex, memberId: MemberId): Promise<Sanction[]> {
  const { rows } = await db.raw<{ rows: Columns[] }>(
    `${SANCTION} where s.member_id = ? order by s.id desc`,
    [memberId],
  );
  return rows.map(withEnd);
}

/** One sanction; undefined if there is none. */
export async function findSanction(db: Knex, id: SanctionRow['id']): Promise<Sanction | undefined> {
  const { rows } = await db.raw<{ rows: Columns[] }>(`${SANCTION} where s.id = ?`, [id]);
  return rows.map(withEnd)[0];
}

type EndColumns = Pick<SanctionEndRow, 'how' | 'ended_at' | 'because'>;
type Columns = Omit<Sanction, 'end'> & { ender: string | null } & {
  [Column in keyof EndColumns]: EndColumns[Column] | null;
};

const SANCTION = `
  select s.*, t.slug, t.version, t.label, t.body, i.name as imposer,
         exists (select from appeals a where a.subject = 'sanction:' || s.id
                    and a.decision = 'overturned') as overturned,
         e.how, e.ended_at, e.because, b.name as ender
    from sanctions s
    join sanction_texts t on t.id = s.text_id
    join members i on i.id = s.imposed_by
    left join sanction_ends e on e.sanction_id = s.id
    left join members b on b.id = e.ended_by`;

function withEnd({ how, ended_at, because, ender, ...sanction }: Columns): Sanction {
  const end =
    how === null || ended_at === null ? null : { how, ended_at, because: because ?? '', by: ender };
  return { ...sanction, end };
}
