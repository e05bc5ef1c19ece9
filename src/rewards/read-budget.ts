import type { Knex } from 'knex';

import type { ProposalId, ProposalRow } from '../approvals/rows.ts';
import { startOf, type Month } from '../ledger/dates.ts';
import type { BudgetRaiseRow, RewardBudgetRow } from './rows.ts';
import { readActiveRules } from './rules.ts';

/** A month's budget and what waits for one, in minor units. */
export type MonthBudget = {
  /** Undefined where the rules in force at the month's beginning set none. */
  budget: Omit<RewardBudgetRow, 'warned_80_at' | 'warned_100_at'> | undefined;
  /** Rewards earned in the month that wait. */
  waiting: { rewards: number; amount: bigint };
};

/** A request for more budget, with who asked and who decided. */
export type Raise = BudgetRaiseRow & {
  proposal: Omit<ProposalRow, 'id'> & { proposer: string; checker: string | null };
};

/** What a month may still pay; a month without a reward has its whole budget. */
export async function readMonthBudget(
  db: Knex,
  month: Month,
  timeZone: string,
): Promise<MonthBudget> {
  const [row, waiting] = await Promise.all([
    db('reward_budgets').where({ month }).first(),
    readWaiting(db, month),
  ]);
  if (row) return { budget: row, waiting };
  const rules = await readActiveRules(db, startOf(`${month}-01`, timeZone));
  const { monthly_budget_minor: budget_minor } = rules;
  const fresh = { month, raised_minor: 0n, committed_minor: 0n };
  return { budget: budget_minor === null ? undefined : { ...fresh, budget_minor }, waiting };
}

/** Every request for more budget of a month, the latest first. */
export async function readRaises(db: Knex, month: Month): Promise<Raise[]> {
  const { rows } = await db.raw<{ rows: (BudgetRaiseRow & { proposal: Dated })[] }>(
    `select b.*, to_jsonb(p) || jsonb_build_object('proposer', maker.name, 'checker', checker.name)
              as proposal
       from budget_raises b
       join proposals p on p.id = b.proposal_id
       join members maker on maker.id = p.made_by
       left join members checker on checker.id = p.decided_by
      where b.month = ? order by b.id desc`,
    [month],
  );
  return rows.map(({ proposal, ...raise }) => ({ ...raise, proposal: withDates(proposal) }));
}

/** What these proposals ask for. */
export const findRaisesOf = (db: Knex, ids: ProposalId[]): Promise<BudgetRaiseRow[]> =>
  db('budget_raises').whereIn('proposal_id', ids);

type Dates = 'made_at' | 'expires_at' | 'decided_at';
type Dated = Omit<Raise['proposal'], Dates> & {
  made_at: string;
  expires_at: string;
  decided_at: string | null;
};

const withDates = (proposal: Dated): Raise['proposal'] => ({
  ...proposal,
  made_at: new Date(proposal.made_at),
  expires_at: new Date(proposal.expires_at),
  decided_at: proposal.decided_at === null ? null : new Date(proposal.decided_at),
});

async function readWaiting(db: Knex, month: Month): Promise<MonthBudget['waiting']> {
  const { rows } = await db.raw<{ rows: [MonthBudget['waiting']] }>(
    `select count(*)::int as rewards, coalesce(sum(amount_minor), 0)::bigint as amount
       from rewards where state = 'waiting' and month = ?`,
    [month],
  );
  return rows[0];
}
