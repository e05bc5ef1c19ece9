import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import type { AuditId, StewardAuditRow } from '../rows.ts';
import { SIGNED_SQL } from './find-stewards.ts';
import { isRecusedSql, type Partners } from './recusal.ts';

/** One answer that a steward may judge. */
export type StewardItem = Pick<StewardAuditRow, 'mode' | 'opened_at' | 'due_at'> & {
  id: AuditId;
  title: string;
  topic: string;
};

/**
 * What waits for a steward, the oldest first: in the topics of their appointment, not judged by
 * them yet, and nothing of their own or of people they know well.
 */
export async function readStewardQueue(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  { limit, at, partner_count, partner_days }: Partners & { limit: number; at: Date },
): Promise<StewardItem[]> {
  const { rows } = await db.raw<{ rows: StewardItem[] }>(
    `select w.audit_id as id, w.mode, w.opened_at, w.due_at, q.title, t.name as topic
       from stewards s
       join steward_topics st on st.steward_id = s.id
       join steward_audits w on w.topic_id = st.topic_id and w.ended_at is null
       join audits a on a.id = w.audit_id and a.state = 'waiting'
       join acceptances c on c.id = a.acceptance_id
       join questions q on q.id = c.question_id
       join topics t on t.id = w.topic_id
      where s.member_id = :me and s.state = 'serving' and ${SIGNED_SQL}
        and not exists (select from audit_opinions o
                         where o.audit_id = a.id and o.member_id = :me and o.undone_at is null)
        and not ${isRecusedSql('cast(:me as int)')}
      order by w.opened_at, w.audit_id
      limit :limit`,
    { me: id, limit, at, partner_count, partner_days },
  );
  return rows;
}
