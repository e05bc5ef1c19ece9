import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import { readStatement } from '#src/finance/statement/statement.ts';
import { readTrialBalance } from '#src/finance/books/trial-balance.ts';
import { readYearsOf } from '#src/finance/reports/annual-totals.ts';
import { readWallet } from '#src/finance/statement/wallet.ts';
import type { MemberId } from '#src/members/rows.ts';
import { interleave } from '../rounds.ts';
import type { Bench, Found } from '../suite.ts';
import { keepLedgers, LEDGERS, SAMPLED, transfersOf, type History } from './history.ts';

const NOW = new Date('2026-10-25T12:00:00Z');
const LONDON = { timeZone: 'Europe/London' };

/**
 * What a wallet's page reads in a large ledger against a small one, and the trial balance of the
 * open month against looking one row up by its key, through the same driver and pool.
 */
export async function benchReading({
  server,
  plan,
  say,
  ledgers = LEDGERS,
}: Bench): Promise<Found> {
  await keepLedgers(server, ledgers);
  const { small, large } = ledgers;
  const open = (database: string) =>
    connect(server.url(database, 'app'), { pool: { min: 1, max: 4 } });
  const [few, many] = [open('bench_small'), open('bench_large')];
  const often = (task: (nth: number) => Promise<unknown>) => () => milliseconds(task, plan.seconds);
  const found = await interleave(plan.rounds, {
    'wallet, small': often((nth) => readWalletPage(few, member(nth, small))),
    'wallet, large': often((nth) => readWalletPage(many, member(nth, large))),
    'one row': often((nth) => readRow(many, BigInt(1 + ((nth * 7919) % transfersOf(large))))),
    'trial balance': often(() => readTrialBalance(many, large.last)),
  });
  await Promise.all([few.destroy(), many.destroy()]);
  for (const [name, { median }] of Object.entries(found)) say(`  ${name}: ${median.toFixed(2)} ms`);
  return {
    gates: [
      {
        name: `A wallet's page of ${count(large)} transfers, of the same of ${count(small)}`,
        measured: found['wallet, large'].median / found['wallet, small'].median,
        ...{ atMost: 3, unit: '×' },
      },
      {
        name: `The open month's trial balance of ${count(large)}, of one row by its key`,
        measured: found['trial balance'].median / found['one row'].median,
        ...{ atMost: 5, unit: '×' },
      },
    ],
    figures: { ledgers, milliseconds: found },
  };
}

const count = (history: History) => transfersOf(history).toLocaleString('en-GB');

const member = (nth: number, { members }: History) =>
  (1 + (nth % Math.min(members, SAMPLED))) as MemberId;

/** Everything that the page of the current month asks the database. */
async function readWalletPage(db: Knex, memberId: MemberId): Promise<void> {
  const { month } = await readWallet(db, memberId, { now: NOW, ...LONDON });
  await Promise.all([readStatement(db, memberId, { month, ...LONDON }), readYearsOf(db, memberId)]);
}

const readRow = (db: Knex, id: bigint) =>
  db.raw('select * from ledger_transfers where id = ?', [id.toString()]);

/** The median of as many goes as fit. */
async function milliseconds(
  task: (nth: number) => Promise<unknown>,
  seconds: number,
): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  for (let nth = 0; times.length < 3 || performance.now() < end; nth += 1) {
    const start = performance.now();
    await task(nth);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}
