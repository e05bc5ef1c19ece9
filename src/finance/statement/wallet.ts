import type { Knex } from 'knex';

import { memberAccount } from '../../ledger/accounts.ts';
import { readHoldings } from '../../ledger/balances.ts';
import { monthAt, type Month } from '../../ledger/dates.ts';
import type { MemberId } from '../../members/rows.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import { readRewardsByMonth } from '../books/rewards-by-month.ts';

/** What a member has earned and holds now, in minor units. */
export type Wallet = {
  available: bigint;
  checking: { amount: bigint; rewards: bigint };
  /** Owed, but not set aside before a budget has room. */
  waiting: { amount: bigint; rewards: bigint };
  /** Taken back beyond the balance, to be repaid from later rewards. */
  owed: bigint;
  month: Month;
  /** Earned in the month so far, waiting, held or released, and the most the rules pay. */
  earned: bigint;
  cap: bigint;
  /** What the next accepted answer earns by the rules in force. */
  reward: bigint;
  byMonth: { month: Month; earned: bigint }[];
  earnedEver: bigint;
  /** Months with something on the statement, the newest first; the current one always. */
  statements: Month[];
};

export async function readWallet(
  db: Knex,
  memberId: MemberId,
  { now, timeZone, months = 6 }: { now: Date; timeZone: string; months?: number },
): Promise<Wallet> {
  const month = monthAt(now, timeZone);
  const [holdings, rules, byMonth, figures] = await Promise.all([
    readHoldings(db, memberId),
    readActiveRules(db, now),
    readRewardsByMonth(db, { last: month, count: months, memberId }),
    readFigures(db, memberId),
  ]);
  const earned = byMonth.map(({ month: of, waiting, held, released }) => ({
    month: of,
    earned: waiting + held + released,
  }));
  const { statements, checked, waiting, waiting_amount, ...rest } = figures;
  return {
    ...rest,
    available: holdings.available,
    checking: { amount: holdings.pending, rewards: checked },
    waiting: { amount: waiting_amount, rewards: waiting },
    month,
    earned: earned.at(-1)?.earned ?? 0n,
    cap: rules.monthly_cap_minor,
    reward: rules.accepted_answer_minor,
    byMonth: earned,
    statements: [...new Set([month, ...statements])].sort().reverse(),
  };
}

type Figures = Pick<Wallet, 'owed' | 'earnedEver' | 'statements'> & {
  checked: bigint;
  waiting: bigint;
  waiting_amount: bigint;
};

async function readFigures(db: Knex, memberId: MemberId): Promise<Figures> {
  const { rows } = await db.raw<{ rows: [Figures] }>(
    `select coalesce((select owed_minor from reward_debts where member_id = :memberId), 0)::bigint
              as owed,
            coalesce(sum(r.amount_minor) filter (where r.state in ('waiting', 'held', 'released')),
              0)::bigint as "earnedEver",
            count(*) filter (where r.state = 'held') as checked,
            count(*) filter (where r.state = 'waiting') as waiting,
            coalesce(sum(r.amount_minor) filter (where r.state = 'waiting'), 0)::bigint
              as waiting_amount,
            array(select distinct to_char(t.effective_date, 'YYYY-MM')
                    from ledger_accounts a
                    join ledger_transfers t
                      on (t.debit_account_id = a.id and t.debit_after is not null)
                      or (t.credit_account_id = a.id and t.credit_after is not null)
                   where a.code = any(:codes)
                  union select month from rewards where member_id = :memberId) as statements
       from rewards r where r.member_id = :memberId`,
    { memberId, codes: [memberAccount(memberId, 'pending'), memberAccount(memberId, 'available')] },
  );
  return rows[0];
}
