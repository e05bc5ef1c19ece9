import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';
import type { RuleSetId, RuleShadowId, RuleShadowRefusalRow, RuleShadowRow } from './rows.ts';

/** What one member earned and would have earned, in minor units. */
export type MemberChange = { member_id: MemberId; name: string; paid: bigint; would_pay: bigint };

/** A rule set tried on the past, with its refusals by reason and its largest changes. */
export type Shadow = RuleShadowRow & {
  runner: string;
  refusals: Pick<RuleShadowRefusalRow, 'refusal' | 'refused' | 'would_refuse'>[];
  largest: MemberChange[];
};

/** The latest time that a rule set was tried on the past. */
export const findLatestShadow = (db: Knex, id: RuleSetId): Promise<RuleShadowRow | undefined> =>
  db('rule_shadows').where({ rule_set_id: id }).orderBy('id', 'desc').first();

/** A shadow with what finance reads of it; the ten largest changes. */
export async function readReport(db: Knex, shadow: RuleShadowRow): Promise<Shadow> {
  const { id } = shadow;
  const [refusals, largest, runner] = await Promise.all([
    db('rule_shadow_refusals')
      .where({ rule_shadow_id: id })
      .orderBy('refusal')
      .select('refusal', 'refused', 'would_refuse'),
    readLargest(db, id),
    db('members').where({ id: shadow.run_by }).first('name'),
  ]);
  return { ...shadow, runner: runner?.name ?? '', refusals, largest };
}

/** Every member's change in the order of their ids, a thousand at a time. */
export async function* memberChanges(db: Knex, id: RuleShadowId): AsyncGenerator<MemberChange[]> {
  let after = 0;
  for (;;) {
    const { rows } = await db.raw<{ rows: MemberChange[] }>(
      `${CHANGES} where s.rule_shadow_id = :id and s.member_id > :after
        order by s.member_id limit 1000`,
      { id, after },
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.member_id ?? after;
  }
}

const CHANGES = `
  select s.member_id, m.name, s.paid_minor as paid, s.would_pay_minor as would_pay
    from rule_shadow_members s join members m on m.id = s.member_id`;

async function readLargest(db: Knex, id: RuleShadowId): Promise<MemberChange[]> {
  const { rows } = await db.raw<{ rows: MemberChange[] }>(
    `${CHANGES} where s.rule_shadow_id = ? and s.would_pay_minor <> s.paid_minor
      order by abs(s.would_pay_minor - s.paid_minor) desc, s.member_id limit 10`,
    [id],
  );
  return rows;
}
