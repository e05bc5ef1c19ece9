import type { Knex } from 'knex';

import type { AcceptanceId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { GovernanceSettingRow } from '../rows.ts';
import { SIGNED_SQL } from './find-stewards.ts';

/** How often, and within how many days, two people accept each other to count as partners. */
export type Partners = Pick<GovernanceSettingRow, 'partner_count' | 'partner_days'>;

/**
 * Whether the member `me` keeps out of the audit of an acceptance `c`, as SQL over the bindings
 * `:at`, `:partner_count` and `:partner_days`: they took part in the thread, or its author or
 * asker accepted them, or was accepted by them, too often, or is in a case of fraud with them.
 */
export const isRecusedSql = (me: string) => `(
  ${me} in (c.author_id, c.asker_id, c.accepted_by)
  or exists (
    select from answers said join answers o on o.question_id in (c.question_id, said.question_id)
     where said.id = c.answer_id and o.author_id = ${me})
  or exists (
    select from answers said join comments o on o.question_id in (c.question_id, said.question_id)
     where said.id = c.answer_id and o.author_id = ${me})
  or exists (
    select from unnest(array[c.author_id, c.asker_id]) as other (id)
     where :partner_count <= (
       select count(*) from acceptances o
        where o.accepted_at > cast(:at as timestamptz) - make_interval(days => :partner_days)
          and o.author_id in (${me}, other.id) and o.asker_id in (${me}, other.id)
          and o.author_id <> o.asker_id and o.withdrawn_at is null))
  or exists (
    select from fraud_case_members mine
      join fraud_cases f on f.id = mine.case_id and f.state in ('open', 'confirmed')
      join fraud_case_members theirs on theirs.case_id = f.id
     where mine.member_id = ${me} and theirs.member_id in (c.author_id, c.asker_id)))`;

/** Whether a steward keeps out of the audit of an acceptance. */
export async function isRecusedSteward(
  db: Knex,
  { memberId, acceptanceId }: { memberId: MemberId; acceptanceId: AcceptanceId },
  { partner_count, partner_days, at }: Partners & { at: Date },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: [{ recused: boolean }] }>(
    `select ${isRecusedSql('cast(:memberId as int)')} as recused
       from acceptances c where c.id = :acceptanceId`,
    { memberId, acceptanceId, partner_count, partner_days, at },
  );
  return rows[0].recused;
}

/** How many stewards of a topic may judge an acceptance. */
export async function countUnbiased(
  db: Knex,
  { topicId, acceptanceId }: { topicId: number; acceptanceId: AcceptanceId },
  { partner_count, partner_days, at }: Partners & { at: Date },
): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: number }] }>(
    `select count(*)::int as count
       from steward_topics t
       join stewards s on s.id = t.steward_id and s.state = 'serving' and ${SIGNED_SQL}
       join acceptances c on c.id = :acceptanceId
      where t.topic_id = :topicId and not ${isRecusedSql('s.member_id')}`,
    { topicId, acceptanceId, partner_count, partner_days, at },
  );
  return rows[0].count;
}
