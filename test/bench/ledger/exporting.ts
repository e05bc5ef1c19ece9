import { fork } from 'node:child_process';
import { join } from 'node:path';

import { monthAfter } from '#src/ledger/dates.ts';
import type { Bench, Found } from '../suite.ts';
import type { Taken, Wanted } from './export-child.ts';
import { keepLedgers, LEDGERS, transfersOf } from './history.ts';

/** The month's transfers as text, and as the workbook with its sheets. */
const FORMATS = ['csv', 'xlsx'] as const;

/** What a whole month's file costs in memory, made in a process of its own. */
export async function benchExporting({ server, say, ledgers = LEDGERS }: Bench): Promise<Found> {
  await keepLedgers(server, ledgers);
  const { large } = ledgers;
  const month = monthAfter(large.last, -1);
  const taken: Partial<Record<(typeof FORMATS)[number], Taken>> = {};
  const gates = [];
  for (const format of FORMATS) {
    const file = await take({ url: server.url('bench_large', 'app'), month, format });
    taken[format] = file;
    say(`  ${format}: ${(file.bytes / 2 ** 20).toFixed(0)} MB in ${file.seconds.toFixed(1)} s`);
    const transfers = transfersOf({ ...large, months: 1 }).toLocaleString('en-GB');
    const name = `Memory beyond the idle process for a month of ${transfers} transfers, ${format}`;
    gates.push({ name, measured: file.more, atMost: 60, unit: 'MB' });
  }
  return { gates, figures: { month, taken } };
}

function take(wanted: Wanted): Promise<Taken> {
  const child = fork(join(import.meta.dirname, 'export-child.ts'), {
    execArgv: ['--import=tsx'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (taken) => {
      resolve(taken as Taken);
      child.disconnect();
    });
    child.once('exit', (code) => {
      reject(new Error(`The export ended with ${String(code)}`));
    });
    child.send(wanted);
  });
}
