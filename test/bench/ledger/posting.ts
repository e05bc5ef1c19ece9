import pg from 'pg';

import { connect } from '#src/db/connect.ts';
import { interleave } from '../rounds.ts';
import type { Bench, Found } from '../suite.ts';

const DATABASE = 'bench_posting';
const MEMBERS = 10_000;
const BATCH = 100;

/**
 * Rewards posted through the door, each to a different member and all from the one expense account,
 * against the bare INSERT of the same row into a copy of the table with the same indexes and no
 * checks. Each is a transaction of its own, prepared, by the same driver.
 */
export async function benchPosting({ server, plan, say }: Bench): Promise<Found> {
  await server.fresh(DATABASE);
  await prepare(server.url(DATABASE));
  const [owners, apps] = await Promise.all([
    connectAll(server.url(DATABASE), 16),
    connectAll(server.url(DATABASE, 'app'), 16),
  ]);
  const measure = (clients: pg.Client[], many: number, once: Once) => () =>
    transfersPerSecond(clients.slice(0, many), plan.seconds, once);
  const found = await interleave(plan.rounds, {
    'bare INSERT, 8 clients': measure(owners, 8, insertBare),
    'door, 8 clients': measure(apps, 8, postOne),
    'door by hundreds, 8 clients': measure(apps, 8, postHundred),
    'bare INSERT, 16 clients': measure(owners, 16, insertBare),
    'door, 16 clients': measure(apps, 16, postOne),
  });
  await Promise.all([...owners, ...apps].map((client) => client.end()));
  say(
    Object.entries(found)
      .map(([name, { median }]) => `  ${name}: ${median.toFixed(0)}/s`)
      .join('\n'),
  );

  const ratio = (above: keyof typeof found, below: keyof typeof found) =>
    found[above].median / found[below].median;
  return {
    gates: [
      {
        name: 'Posting to one hot account, of the bare INSERT, 8 clients',
        ...{
          measured: ratio('door, 8 clients', 'bare INSERT, 8 clients'),
          atLeast: 0.3,
          unit: '×',
        },
      },
      {
        name: 'Posting to one hot account, of the bare INSERT, 16 clients',
        ...{
          measured: ratio('door, 16 clients', 'bare INSERT, 16 clients'),
          atLeast: 0.2,
          unit: '×',
        },
      },
      {
        name: 'Posting by hundreds, per transfer, of the bare INSERT, 8 clients',
        measured: ratio('door by hundreds, 8 clients', 'bare INSERT, 8 clients'),
        ...{ atLeast: 1.5, unit: '×' },
      },
    ],
    figures: { transfersPerSecond: found },
  };
}

/** Members who have been paid before, as most have, and the table without a door. */
async function prepare(url: string): Promise<void> {
  const owner = connect(url, { pool: { min: 0, max: 1 } });
  await owner.raw(`
    insert into ledger_accounts (code, kind, currency, guarded, gl_code, opened_at)
    select 'expense:rewards', 'expense', 'GBP', false, '6100', now();
    insert into ledger_accounts (code, kind, currency, guarded, gl_code, opened_at)
    select 'member:' || member || ':pending', 'liability', 'GBP', true, '2110', now()
      from generate_series(1, ${MEMBERS}) as member;
    insert into ledger_balances (account_id) select id from ledger_accounts where guarded;
    insert into ledger_periods (id, opened_at) values (to_char(now(), 'YYYY-MM'), now());
    create table bare_transfers (like ledger_transfers including indexes including identity);`);
  await owner.raw('vacuum analyze');
  await owner.destroy();
}

const connectAll = (connectionString: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      return client;
    }),
  );

/** Posts or inserts, and says how many transfers. */
type Once = (client: pg.Client) => Promise<number>;

async function transfersPerSecond(
  clients: pg.Client[],
  seconds: number,
  once: Once,
): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  const counts = await Promise.all(
    clients.map(async (client) => {
      let count = 0;
      while (performance.now() < end) count += await once(client);
      return count;
    }),
  );
  const posted = counts.reduce((sum, count) => sum + count, 0);
  return posted / ((performance.now() - start) / 1000);
}

let posted = 0;

/** A reward like no other, for the next member in turn. */
function nextReward() {
  posted += 1;
  const member = 1 + ((posted * 7919) % MEMBERS);
  return { key: `reward.${posted}.hold`, member, ref: `acceptance:${posted}` };
}

async function insertBare(client: pg.Client): Promise<number> {
  const { key, member, ref } = nextReward();
  await client.query({
    name: 'bare',
    text: `insert into bare_transfers (key, event, debit_account_id, credit_account_id,
             amount_minor, currency, debit_after, credit_after, pending, settles, reverses,
             journal, ref, actor_id, approver_id, recorded_at, effective_date)
           values ($1, 'reward.hold', 1, $2, 50, 'GBP', null, 50, true, null, null, 1, $3,
                   null, null, now(), current_date) returning id`,
    values: [key, member + 1, ref],
  });
  return 1;
}

async function postOne(client: pg.Client): Promise<number> {
  const { key, member, ref } = nextReward();
  await client.query({
    name: 'door',
    text: `select ledger_post($1, 'reward.hold', 'expense:rewards', $2, 50, 'GBP', $3, now(),
                              current_date)`,
    values: [key, `member:${member}:pending`, ref],
  });
  return 1;
}

async function postHundred(client: pg.Client): Promise<number> {
  const orders = Array.from({ length: BATCH }, nextReward).map(({ key, member, ref }) => ({
    ...{ key, ref, event: 'reward.hold', debit: 'expense:rewards', amount: '50' },
    credit: `member:${member}:pending`,
  }));
  await client.query({
    name: 'batch',
    text: `select ledger_post_many($1, 'GBP', now(), current_date)`,
    values: [JSON.stringify(orders)],
  });
  return BATCH;
}
