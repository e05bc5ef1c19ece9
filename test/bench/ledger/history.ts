import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import { monthAfter, type Month } from '#src/ledger/dates.ts';
import { foldTotals } from '#src/ledger/totals.ts';
import type { Bench } from '../suite.ts';

/**
 * Years of rewards, all alike: each member is held one and released one some days later, five times
 * a month. Every month but the last is closed.
 */
export type History = { members: number; months: number; last: Month };

/** Members who also have their questions, answers and rewards, so that their statements do. */
export const SAMPLED = 50;

const PER_MONTH = 5;

const LAST = '2026-10' as Month;

/** Two ledgers whose members have the same to read in a month: of 50 thousand, and of 5 million. */
export const LEDGERS = {
  small: { members: 1_000, months: 5, last: LAST },
  large: { members: 20_000, months: 25, last: LAST },
} satisfies Record<string, History>;

/** Has them filled, as bench_small and bench_large, once for all runs. */
export async function keepLedgers(
  server: Bench['server'],
  ledgers: Record<string, History>,
): Promise<void> {
  for (const [name, history] of Object.entries(ledgers)) {
    const database = `bench_${name}`;
    await server.kept(database, versionOf(history), () =>
      fillLedger(server.url(database), history),
    );
  }
}

export const transfersOf = ({ members, months }: History) => inMonth(members) * months;

/** What tells a filled database from one filled otherwise. */
const versionOf = ({ members, months, last }: History) =>
  `history 2: ${String(members)} members, ${String(months)} months up to ${last}`;

/**
 * Writes a history past the door in few statements, and has it numbered, sealed and folded by what
 * does so in earnest: balances, chains, roots and totals are what they would be.
 */
async function fillLedger(url: string, history: History): Promise<void> {
  const owner = connect(url, { pool: { min: 1, max: 1 } });
  try {
    await fill(owner, history);
  } finally {
    await owner.destroy();
  }
}

async function fill(owner: Knex, history: History): Promise<void> {
  const run = async (script: string) => {
    for (const sql of script.split(/;\n/)) await owner.raw(withValues(sql, history));
  };
  await run('set session_replication_role = replica');
  await run(ACCOUNTS);
  await withoutIndexes(owner, async () => {
    await run(HOLDS);
    await run(RELEASES);
  });
  for (const script of [BALANCES, FORUM, REWARDS]) await run(script);
  await run('select setval(:sequence, :transfers)');
  await run('vacuum analyze');
  await sealByMonths(owner, history);
  await foldTotals(owner);
  for (const script of [PERIODS, CLOSES, CHECKPOINTS, CLOSING_TOTALS]) await run(script);
  await run('vacuum analyze');
}

/** Blocks that end where months do, so that each month has its root. */
async function sealByMonths(owner: Knex, { members }: History): Promise<void> {
  const atOnce = Math.min(20_000, inMonth(members));
  for (let given = 1n; given > 0n;) {
    const { rows } = await owner.raw<{ rows: [{ given: bigint }] }>(
      'select ledger_seal(?) as given',
      [atOnce],
    );
    given = rows[0].given;
  }
}

const inMonth = (members: number) => 2 * PER_MONTH * members;

/** Written out, so that each has its type, whatever it is added to. */
const withValues = (sql: string, history: History) =>
  Object.entries(valuesOf(history)).reduce(
    (text, [name, value]) =>
      text.replaceAll(
        new RegExp(`(?<!:):${name}\\b`, 'g'),
        typeof value === 'number' ? String(value) : `'${value}'`,
      ),
    sql,
  );

const valuesOf = (history: History) => ({
  ...history,
  sampled: Math.min(SAMPLED, history.members),
  rounds: PER_MONTH * history.months,
  perMonth: PER_MONTH,
  inMonth: inMonth(history.members),
  begins: `${monthAfter(history.last, 1 - history.months)}-01`,
  transfers: transfersOf(history),
  sequence: 'ledger_transfers_id_seq',
});

/** Indexes are made at once at the end, but for those of the keys. */
async function withoutIndexes(owner: Knex, fill: () => Promise<void>): Promise<void> {
  const { rows } = await owner.raw<{ rows: { name: string; definition: string }[] }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index i
      where indrelid = 'ledger_transfers'::regclass
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await owner.raw(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await owner.raw(definition);
}

const ACCOUNTS = `
  insert into ledger_accounts (code, kind, currency, guarded, gl_code, opened_at)
  select 'expense:rewards', 'expense', 'GBP', false, '6100', :begins::date;
  insert into ledger_accounts (code, kind, currency, guarded, gl_code, opened_at)
  select 'member:' || member || ':' || bucket, 'liability', 'GBP', true, gl_code, :begins::date
    from (values ('pending', '2110'), ('available', '2120')) as kind (bucket, gl_code),
         generate_series(1, :members) as member
   order by bucket desc, member`;

/** Round by round, everybody's holds have the lower ids and everybody's releases the next. */
const ROUNDS = `
  (select round, member, 10 + 10 * (member % 9) as amount, 1 + member as pending_account,
          1 + :members + member as available_account,
          (round - 1) * 2 * :members::bigint + member as hold_id,
          case when member <= :sampled then 'acceptance:' || (member - 1) * :rounds + round
               else 'bench:' || member || '-' || round end as ref,
          :begins::date + make_interval(months => (round - 1) / :perMonth,
                                        days => 5 * ((round - 1) % :perMonth),
                                        hours => 9, secs => member * 0.1) as held_at
     from generate_series(1, :rounds) as round, generate_series(1, :members) as member) as r`;

const HOLDS = `
  insert into ledger_transfers (id, key, event, debit_account_id, credit_account_id, amount_minor,
    currency, credit_after, pending, journal, ref, recorded_at, effective_date)
  overriding system value
  select hold_id, 'reward.' || member || '.' || round || '.hold', 'reward.hold', 1, pending_account,
         amount, 'GBP', amount, true, hold_id, ref, held_at, held_at::date
    from ${ROUNDS}`;

/** The last round's rewards of every tenth member wait for their check. */
const RELEASED = 'not (round = :rounds and member % 10 = 0)';

const RELEASES = `
  insert into ledger_transfers (id, key, event, debit_account_id, credit_account_id, amount_minor,
    currency, debit_after, credit_after, pending, settles, journal, ref, recorded_at, effective_date)
  overriding system value
  select hold_id + :members, 'reward.' || member || '.' || round || '.release', 'reward.release',
         pending_account, available_account, amount, 'GBP', 0, amount * round, false, hold_id,
         hold_id + :members, ref, held_at + interval '2 days', (held_at + interval '2 days')::date
    from ${ROUNDS} where ${RELEASED}`;

const BALANCES = `
  insert into ledger_balances (account_id, amount_minor, version)
  select a.id, coalesce(sum(e.credit - e.debit), 0), count(e.account_id)
    from ledger_accounts a
    left join (ledger_transfers t cross join ledger_ends(t) as e) on e.account_id = a.id
   where a.guarded group by a.id`;

const FORUM = `
  insert into members (id, name, name_key, email, email_key, email_verified_at, joined_at)
  overriding system value
  select id, 'member-' || id, 'member-' || id, id || '@example.com', id || '@example.com',
         :begins::date, :begins::date
    from generate_series(1, :sampled + 1) as id;
  insert into topics (id, slug, name, position) overriding system value
  values (1, 'network', 'Network', 1);
  insert into questions (id, topic_id, author_id, title, slug, body, body_html, excerpt, state,
    asked_at, last_activity_at, answer_count)
  overriding system value
  select id, 1, :sampled + 1, 'No signal since this morning', 'no-signal', 'Since nine.',
         '<p>Since nine.</p>', 'Since nine.', 'solved', :begins::date, :begins::date, 1
    from generate_series(1, :sampled * :rounds) as id;
  insert into answers (id, question_id, author_id, body, body_html, by_staff, answered_at)
  overriding system value
  select id, id, 1 + (id - 1) / :rounds, 'Restart it.', '<p>Restart it.</p>', false, :begins::date
    from generate_series(1, :sampled * :rounds) as id;
  insert into acceptances (id, question_id, answer_id, answer_version, asker_id, author_id,
    accepted_by, accepted_at)
  overriding system value
  select id, id, id, 1, :sampled + 1, 1 + (id - 1) / :rounds, :sampled + 1, :begins::date
    from generate_series(1, :sampled * :rounds) as id`;

const REWARDS = `
  insert into rewards (acceptance_id, member_id, asker_id, rule_set_id, amount_minor, currency,
    month, state, because, hold_until, pending_transfer_id, made_at, changed_at, funded_at)
  select (member - 1) * :rounds + round, member, :sampled + 1, (select min(id) from rule_sets),
         amount, 'GBP', to_char(held_at, 'YYYY-MM'),
         case when ${RELEASED} then 'released' else 'held' end,
         case when ${RELEASED} then 'audit-passed' end, held_at + interval '7 days',
         case when ${RELEASED} then null else hold_id end, held_at, held_at, held_at
    from ${ROUNDS} where member <= :sampled`;

const PERIODS = `
  insert into ledger_periods (id, state, opened_at, closing_by, closing_at, closed_by, closed_at,
    last_seq)
  select to_char(begins, 'YYYY-MM'), case when closed then 'closed' else 'open' end, begins,
         case when closed then 1 end, case when closed then begins + interval '1 month' end,
         case when closed then 2 end, case when closed then begins + interval '1 month' end,
         case when closed then month * :inMonth::bigint end
    from (select month, month < :months as closed,
                 :begins::date + make_interval(months => month - 1) as begins
            from generate_series(1, :months) as month) as months`;

/** Whoever asked for each month and whoever closed it said so. */
const CLOSES = `
  insert into events (name, details, actor_id, happened_at)
  select said.name, jsonb_build_object('period', p.id), said.actor_id, said.happened_at
    from ledger_periods p,
         lateral (values ('period closing', p.closing_by, p.closing_at),
                         ('period closed', p.closed_by, p.closed_at))
                 as said (name, actor_id, happened_at)
   where p.state = 'closed'`;

const CHECKPOINTS = `
  insert into ledger_checkpoints (why, tree_size, root, made_at)
  select 'close:' || p.id, b.tree_size, b.root, p.closed_at
    from ledger_periods p join ledger_blocks b on b.tree_size = p.last_seq`;

/** As long as nothing came late, the months before add up to what each account held. */
const CLOSING_TOTALS = `
  insert into ledger_closing_totals (period, line, accounts, debit_minor, credit_minor)
  select p.id, m.line,
         case when m.line like 'member:%' then sum(m.holders) else 1 end,
         greatest(sum(m.debit_minor - m.credit_minor), 0),
         greatest(sum(m.credit_minor - m.debit_minor), 0)
    from ledger_periods p join ledger_month_totals m on m.period <= p.id
   where p.state = 'closed'
   group by 1, m.line having sum(m.debit_minor) <> sum(m.credit_minor)`;
