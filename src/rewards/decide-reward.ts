import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import type { NewRewardRow, RewardRow, RuleSetRow } from './rows.ts';

/** What is asked of the rules: who accepted whose answer, and when in the operator's calendar. */
export type Claim = {
  author: MemberRow;
  askerId: MemberRow['id'];
  month: string;
  at: Date;
};

type Decision = Pick<NewRewardRow, 'amount_minor'> & { refusal: RewardRow['refusal'] };

/**
 * What a rule set pays for an acceptance, in minor units, or why it pays nothing. The caller
 * holds the author, so that two acceptances cannot both take the last of a limit.
 */
export async function decideReward(db: Knex, rules: RuleSetRow, claim: Claim): Promise<Decision> {
  if (claim.author.id === claim.askerId) return refuse('own-question');
  if (claim.author.role !== 'member') return refuse('staff');
  const { paid_to_pair, earned } = await readUse(db, rules, claim);
  if (paid_to_pair >= BigInt(rules.pair_limit)) return refuse('pair-limit');
  const left = rules.monthly_cap_minor - earned;
  if (left <= 0n) return refuse('monthly-cap');
  const { accepted_answer_minor: worth } = rules;
  return { amount_minor: worth < left ? worth : left, refusal: null };
}

const refuse = (refusal: RewardRow['refusal']): Decision => ({ amount_minor: 0n, refusal });

/** How much of the limits is used: rewards that were voided or taken back do not count. */
async function readUse(db: Knex, rules: RuleSetRow, { author, askerId, month, at }: Claim) {
  const { rows } = await db.raw<{ rows: [{ paid_to_pair: bigint; earned: bigint }] }>(
    `select (select count(*) from rewards
              where asker_id = :asker and member_id = :author
                and made_at > :at::timestamptz - make_interval(days => :days)
                and state in ('held', 'released')) as paid_to_pair,
            (select coalesce(sum(amount_minor), 0)::bigint from rewards
              where member_id = :author and month = :month
                and state in ('held', 'released')) as earned`,
    { asker: askerId, author: author.id, month, at, days: rules.pair_days },
  );
  return rows[0];
}
