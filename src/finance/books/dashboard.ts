import type { Knex } from 'knex';

import { REWARDS } from '../../ledger/accounts.ts';
import { monthAfter, type Month } from '../../ledger/dates.ts';
import type { LedgerVerificationRow } from '../../ledger/rows.ts';
import { findLastVerification } from '../../ledger/verifications.ts';
import { dayAfter, firstDay } from '../months.ts';
import { readTrialBalance, type TrialBalance } from './trial-balance.ts';

/**
 * Where the money stood at the end of a month, and what moved in it; amounts in minor units. What
 * is read is the month's entries and what waits, never the whole ledger.
 */
export type Dashboard = {
  trialBalance: TrialBalance;
  /** How large the books are, `entries` having their number, and when all was last recomputed. */
  books: { entries: bigint; accounts: bigint; verification: LedgerVerificationRow | undefined };
  owed: { amount: bigint; members: bigint; before: bigint };
  /** `oldest` is when the reward that has waited longest was set aside. */
  checking: { amount: bigint; rewards: bigint; oldest: Date | null; before: bigint };
  month: Moved;
  monthBefore: Moved;
};

/** Rewards set aside in a month less what was taken back in it, and what was taken back. */
export type Moved = {
  cost: { amount: bigint; rewards: bigint };
  takenBack: { amount: bigint; rewards: bigint };
};

export async function readDashboard(db: Knex, month: Month): Promise<Dashboard> {
  const [trialBalance, books, moved, before, waiting, change] = await Promise.all([
    readTrialBalance(db, month),
    readBooks(db),
    readMoved(db, month),
    readMoved(db, monthAfter(month, -1)),
    readWaiting(db, month),
    readChange(db, month),
  ]);
  const held = (id: string) => {
    const row = trialBalance.rows.find(({ family }) => family.id === id);
    return { amount: (row?.credit ?? 0n) - (row?.debit ?? 0n), members: row?.accounts ?? 0n };
  };
  const [owed, checking] = [held('balances'), held('checking').amount];
  return {
    ...{ trialBalance, books, month: moved, monthBefore: before },
    owed: { ...owed, before: owed.amount - change.available },
    checking: { ...waiting, amount: checking, before: checking - change.pending },
  };
}

type MovedRow = { set_aside: bigint; holds: bigint; taken_back: bigint; takings: bigint };

/** Whatever was put back into the reward account was taken back; a reversal undoes that. */
async function readMoved(db: Knex, month: Month): Promise<Moved> {
  const { rows } = await db.raw<{ rows: [MovedRow] }>(
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
  const { set_aside, holds, taken_back, takings } = rows[0];
  return {
    cost: { amount: set_aside - taken_back, rewards: holds },
    takenBack: { amount: taken_back, rewards: takings },
  };
}

/** By how much members' balances, and what is being checked, grew in a month. */
async function readChange(db: Knex, month: Month) {
  const { rows } = await db.raw<{ rows: [{ available: bigint; pending: bigint }] }>(
    `select coalesce(sum(change) filter (where a.code like '%:available'), 0)::bigint as available,
            coalesce(sum(change) filter (where a.code like '%:pending'), 0)::bigint as pending
       from (select credit_account_id as account_id, amount_minor as change from ledger_transfers
              where effective_date >= :first and effective_date < :before
                and credit_after is not null
             union all
             select debit_account_id, -amount_minor from ledger_transfers
              where effective_date >= :first and effective_date < :before
                and debit_after is not null) as sides
       join ledger_accounts a on a.id = account_id`,
    { first: firstDay(month), before: dayAfter(month) },
  );
  return rows[0];
}

type Waiting = Pick<Dashboard['checking'], 'rewards' | 'oldest'>;

/** What waited at a month's end: what waits still, and what has found its end since. */
async function readWaiting(db: Knex, month: Month): Promise<Waiting> {
  const { rows } = await db.raw<{ rows: [Waiting] }>(
    `select count(*) as rewards, min(recorded_at) as oldest
       from (select t.recorded_at
               from rewards r join ledger_transfers t on t.id = r.pending_transfer_id
              where r.state = 'held' and t.effective_date < :before
             union all
             select t.recorded_at
               from ledger_transfers s
               join ledger_transfers t on t.id = s.settles and t.effective_date < :before
               join ledger_accounts a on a.id = t.credit_account_id and a.code like '%:pending'
              where s.effective_date >= :before) as waiting`,
    { before: dayAfter(month) },
  );
  return rows[0];
}

/** Cheap at every size: whether it all adds up was found by the last verification. */
async function readBooks(db: Knex): Promise<Dashboard['books']> {
  const { rows } = await db.raw<{ rows: [Omit<Dashboard['books'], 'verification'>] }>(
    `select (select coalesce(max(seq), 0) from ledger_journal) as entries,
            (select count(*) from ledger_accounts) as accounts`,
  );
  return { ...rows[0], verification: await findLastVerification(db) };
}
