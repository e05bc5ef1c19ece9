import type { Knex } from 'knex';

import { REWARDS } from '../ledger/accounts.ts';
import type { Month } from '../ledger/dates.ts';
import { dayAfter, firstDay } from './months.ts';
import { readTrialBalance, type TrialBalance } from './trial-balance.ts';

/** Where the money stood at the end of a month, and what moved in it; amounts in minor units. */
export type Dashboard = {
  trialBalance: TrialBalance;
  books: Books;
  owed: { amount: bigint; members: bigint };
  /** `oldest` is when the reward that has waited longest was set aside. */
  checking: { amount: bigint; rewards: bigint; oldest: Date | null };
  /** Rewards set aside in the month less what was taken back in it. */
  cost: { amount: bigint; rewards: bigint };
  takenBack: { amount: bigint; rewards: bigint };
};

export type Books = {
  /** Whether debits are credits, and every balance kept is the sum of its transfers. */
  balance: boolean;
  entries: bigint;
  accounts: bigint;
};

export async function readDashboard(db: Knex, month: Month): Promise<Dashboard> {
  const [trialBalance, moved, waiting, kept] = await Promise.all([
    readTrialBalance(db, month),
    readMoved(db, month),
    readWaiting(db, month),
    readKept(db),
  ]);
  const owed = trialBalance.rows.find(({ family }) => family.id === 'balances');
  const { debit, credit } = trialBalance;
  return {
    trialBalance,
    books: { ...kept, balance: debit === credit && kept.balance },
    owed: { amount: (owed?.credit ?? 0n) - (owed?.debit ?? 0n), members: owed?.accounts ?? 0n },
    checking: waiting,
    cost: { amount: moved.set_aside - moved.taken_back, rewards: moved.holds },
    takenBack: { amount: moved.taken_back, rewards: moved.takings },
  };
}

type Moved = { set_aside: bigint; holds: bigint; taken_back: bigint; takings: bigint };

/** Whatever was put back into the reward account was taken back; a reversal undoes that. */
async function readMoved(db: Knex, month: Month): Promise<Moved> {
  const { rows } = await db.raw<{ rows: [Moved] }>(
    `select coalesce(sum(amount_minor) filter (where event = 'reward.hold'), 0)::bigint
              as set_aside,
            count(*) filter (where event = 'reward.hold') as holds,
            coalesce(sum(case when event = 'reward.hold' then 0
                              when credit_account_id = a.id then amount_minor
                              else -amount_minor end), 0)::bigint as taken_back,
            count(distinct ref) filter (where event in ('reward.void', 'reward.clawback')
              and not exists (select from ledger_transfers r where r.reverses = t.id)) as takings
       from ledger_accounts a
       join ledger_transfers t on a.id in (t.debit_account_id, t.credit_account_id)
      where a.code = :rewards and t.effective_date >= :first and t.effective_date < :before`,
    { rewards: REWARDS, first: firstDay(month), before: dayAfter(month) },
  );
  return rows[0];
}

/** Rewards that were waiting for a check when the month ended, or are now if it has not. */
async function readWaiting(db: Knex, month: Month): Promise<Dashboard['checking']> {
  const { rows } = await db.raw<{ rows: [Dashboard['checking']] }>(
    `select coalesce(sum(t.amount_minor), 0)::bigint as amount, count(*) as rewards,
            min(t.recorded_at) as oldest
       from ledger_transfers t
       join ledger_accounts c on c.id = t.credit_account_id and c.code like 'member:%:pending'
      where t.pending and t.effective_date < :before
        and not exists (select from ledger_transfers s
                         where s.settles = t.id and s.effective_date < :before)`,
    { before: dayAfter(month) },
  );
  return rows[0];
}

async function readKept(db: Knex): Promise<Books> {
  const { rows } = await db.raw<{ rows: [Books] }>(
    `select (select count(*) from ledger_transfers) as entries,
            (select count(*) from ledger_accounts) as accounts,
            (select coalesce(sum(amount_minor), 0) from ledger_balances)
            = (select coalesce(sum(case when credit_after is null then 0 else amount_minor end
                                   - case when debit_after is null then 0 else amount_minor end), 0)
                 from ledger_transfers) as balance`,
  );
  return rows[0];
}
