import type { Knex } from 'knex';

import type { MemberId } from '../../../members/rows.ts';
import type { AuditId, KnownItemRow } from '../../rows.ts';

/** How often somebody said of known items what two people agree on. */
export type KnownAnswers = { member_id: MemberId; name: string; answered: number; agreed: number };

/** The known answers of everybody who has given one since an instant, by name. */
export async function readKnownAnswers(db: Knex, since: Date): Promise<KnownAnswers[]> {
  const { rows } = await db.raw<{ rows: KnownAnswers[] }>(
    `select s.member_id, m.name, count(*)::int as answered,
            (count(*) filter (where s.verdict = k.verdict))::int as agreed
       from known_showings s
       join known_items k on k.id = s.known_item_id
       join members m on m.id = s.member_id
      where s.answered_at >= ?
      group by s.member_id, m.name
      order by m.name`,
    [since],
  );
  return rows;
}

/** A known item in the list of them. */
export type ListedKnownItem = KnownItemRow & {
  audit_id: AuditId;
  title: string;
  picker: string;
  confirmer: string | null;
  answered: number;
  agreed: number;
};

/** The known items in use, those that wait to be confirmed first; at most two hundred. */
export async function readKnownItems(db: Knex): Promise<ListedKnownItem[]> {
  const { rows } = await db.raw<{ rows: ListedKnownItem[] }>(
    `select k.*, q.title, p.name as picker, c.name as confirmer,
            count(s.answered_at)::int as answered,
            (count(*) filter (where s.verdict = k.verdict))::int as agreed
       from known_items k
       join audits a on a.id = k.audit_id
       join acceptances x on x.id = a.acceptance_id
       join questions q on q.id = x.question_id
       join members p on p.id = k.picked_by
       left join members c on c.id = k.confirmed_by
       left join known_showings s on s.known_item_id = k.id
      where k.retired_at is null
      group by k.id, q.title, p.name, c.name
      order by k.confirmed_at is not null, k.id desc
      limit 200`,
  );
  return rows;
}
