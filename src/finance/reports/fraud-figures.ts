import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { dayAfter, firstDay, monthsUpTo } from '../months.ts';

/** What became of rewards that were taken back in cases of fraud, in minor units. */
export type FraudFigures = {
  /** Set aside and never paid. */
  prevented: bigint;
  /** Paid, and taken back from balances. */
  recovered: bigint;
  /** Paid and used already: owed from then on. */
  owed: bigint;
  /** Of what members who came to owe it owed for any reason: kept from later rewards. */
  repaid: bigint;
  /** Of the same: given up for good. */
  writtenOff: bigint;
};

export type MonthOfFraud = FraudFigures & { month: Month };

/**
 * So many months of fraud up to and with the last, the oldest first. Each figure is a sum of ledger
 * entries by the date they are booked under; what was put back after an appeal counts against the
 * month in which it was.
 */
export async function readFraudFigures(
  db: Knex,
  { last, count }: { last: Month; count: number },
): Promise<MonthOfFraud[]> {
  const months = monthsUpTo(last, count);
  const { rows } = await db.raw<{ rows: MonthOfFraud[] }>(FIGURES, {
    ...{ first: firstDay(months[0] ?? last), before: dayAfter(last) },
  });
  const found = new Map(rows.map((row) => [row.month, row]));
  return months.map((month) => found.get(month) ?? { month, ...NOTHING });
}

/** The figures of several months together. */
export const sumFraud = (months: readonly FraudFigures[]): FraudFigures =>
  months.reduce(
    (sum, one) => ({
      prevented: sum.prevented + one.prevented,
      recovered: sum.recovered + one.recovered,
      owed: sum.owed + one.owed,
      repaid: sum.repaid + one.repaid,
      writtenOff: sum.writtenOff + one.writtenOff,
    }),
    NOTHING,
  );

const NOTHING: FraudFigures = {
  ...{ prevented: 0n, recovered: 0n, owed: 0n, repaid: 0n, writtenOff: 0n },
};

/**
 * What a case took back is found by the keys of its acceptance's steps and by its instant, which
 * tells it from what an audit took of the same reward.
 */
const FIGURES = `
  with taken as (
    select t.*, step.what, r.member_id
      from fraud_takings f
      join rewards r on r.acceptance_id = f.acceptance_id
     cross join generate_series(0, r.turn) as turns (nth)
     cross join (values ('void', 'prevented'), ('clawback', 'recovered'), ('clawback.owed', 'owed'))
           as step (name, what)
      join ledger_transfers t
        on t.key = 'reward.' || f.acceptance_id || '.'
                   || case when nth = 0 then '' else 't' || nth || '.' end || step.name
       and t.recorded_at = f.taken_at),
  owing as (
    select distinct a.id as account_id, t.member_id
      from taken t join ledger_accounts a on a.code = 'member:' || t.member_id || ':available'
     where t.what = 'owed'),
  moved as (
    select effective_date, what, amount_minor from taken
    union all
    select u.effective_date, t.what, -u.amount_minor
      from taken t join ledger_transfers u on u.reverses = t.id
    union all
    select t.effective_date, 'repaid',
           case when t.debit_account_id = o.account_id then t.amount_minor else -t.amount_minor end
      from owing o
      join ledger_transfers t on o.account_id in (t.debit_account_id, t.credit_account_id)
     where t.event = 'reward.recovery'
    union all
    select u.effective_date, 'repaid', -u.amount_minor
      from owing o
      join ledger_transfers t on t.debit_account_id = o.account_id and t.event = 'reward.recovery'
      join ledger_transfers u on u.reverses = t.id
    union all
    select t.effective_date, 'writtenOff',
           case when a.debit = 'expense:write-off' then t.amount_minor else -t.amount_minor end
      from owing o
      join adjustments a on a.member_id = o.member_id
      join ledger_transfers t on t.id = a.transfer_id
     where 'expense:write-off' in (a.debit, a.credit))
  select to_char(effective_date, 'YYYY-MM') as month,
         ${['prevented', 'recovered', 'owed', 'repaid', 'writtenOff']
           .map(
             (what) =>
               `coalesce(sum(amount_minor) filter (where what = '${what}'), 0)::bigint as "${what}"`,
           )
           .join(', ')}
    from moved
   where effective_date >= :first and effective_date < :before
   group by 1`;
