import type { Knex } from 'knex';

import { parseCursor } from '../../forum/cursors.ts';
import { pageOf, type Page } from '../../forum/question-list.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { AuditDrawRow, AuditId, AuditRow } from '../rows.ts';

/** A draw with what it was about and what came of it. */
export type Draw = AuditDrawRow & {
  id: AcceptanceId;
  title: string;
  author: string;
  audit_id: AuditId | null;
  /** It was audited because it looked suspicious, drawn or not. */
  flag_score: AuditRow['flag_score'];
  flag_reasons: AuditRow['flag_reasons'];
};

type Asked = {
  because?: AuditDrawRow['because'] | undefined;
  after?: string | undefined;
  limit?: number;
};

/** The draws of paid answers, the newest first, all or for one reason. */
export async function readDraws(
  db: Knex,
  { because, after, limit = 25 }: Asked,
): Promise<Page<Draw>> {
  const past = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: Draw[] }>(
    `${DRAWS}
      where ${because === undefined ? '' : 'd.because = :because and'}
            (:past::int is null or d.acceptance_id < :past)
      order by d.acceptance_id desc
      limit :limit`,
    { past, limit: limit + 1, ...(because !== undefined && { because }) },
  );
  return pageOf(rows, limit, ({ id }) => id);
}

/** The draw of one acceptance, if it was paid and so drawn. */
export async function findDraw(db: Knex, id: AcceptanceId): Promise<Draw | undefined> {
  const { rows } = await db.raw<{ rows: Draw[] }>(`${DRAWS} where d.acceptance_id = ?`, [id]);
  return rows[0];
}

/** The draws of a month of the operator's zone, YYYY-MM, in the order of their acceptances. */
export const readDrawsOf = (
  db: Knex,
  { month, timeZone }: { month: string; timeZone: string },
): Promise<AuditDrawRow[]> =>
  db('audit_draws')
    .whereRaw(`drawn_at >= ?::timestamp at time zone ?`, [`${month}-01`, timeZone])
    .whereRaw(`drawn_at < (?::timestamp + interval '1 month') at time zone ?`, [
      ...[`${month}-01`, timeZone],
    ])
    .orderBy('acceptance_id');

const DRAWS = `
  select d.*, d.acceptance_id as id, q.title, m.name as author, a.id as audit_id,
         a.flag_score, coalesce(a.flag_reasons, '{}') as flag_reasons
    from audit_draws d
    join acceptances c on c.id = d.acceptance_id
    join questions q on q.id = c.question_id
    join members m on m.id = c.author_id
    left join lateral (
      select * from audits a where a.acceptance_id = d.acceptance_id
       order by a.flag_score desc nulls last, a.id limit 1) a on true`;
