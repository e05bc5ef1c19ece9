import { parseArgs } from 'node:util';

import { auditsSuite } from './audits/audits.ts';
import { calibrate, describeMachine } from './calibrate.ts';
import { openBenchServer } from './durable-server.ts';
import { hasPassed, sayGate } from './gates.ts';
import { ledgerSuite } from './ledger/ledger.ts';
import { writeReport } from './report.ts';
import { searchSuite } from './search/search.ts';
import { similarSuite } from './similar/similar.ts';
import type { Suite } from './suite.ts';

/*
 * `npm run bench -- ledger [--rounds 7] [--seconds 1.5] [--only posting,reading,exporting]`
 * `npm run bench -- audits [--rounds 7] [--seconds 1.5] [--only queue]`
 * `npm run bench -- similar [--rounds 7] [--seconds 1.5]`
 * `npm run bench -- search [--rounds 7] [--seconds 1.5]`
 *
 * Measures ratios in one run on one machine, everything durable, and fails where one misses its
 * gate. Absolute times are told only beside the calibration. The data are kept in .data/bench.
 */

const SUITES: Record<string, Suite> = {
  ledger: ledgerSuite,
  audits: auditsSuite,
  similar: similarSuite,
  search: searchSuite,
};
const USAGE = `Usage: npm run bench -- ${Object.keys(SUITES).join(' | ')} [--rounds N] [--seconds N] [--only PART,…]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '1.5' },
    only: { type: 'string' },
  },
});
const [name = ''] = positionals;
const suite = SUITES[name];
if (!suite || positionals.length !== 1) throw new Error(USAGE);

const say = (line: string) => process.stdout.write(`${line}\n`);
const server = await openBenchServer(say);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
try {
  const before = await calibrate(server.folder);
  const found = await suite({
    server,
    say,
    plan: { rounds: Number(values.rounds), seconds: Number(values.seconds) },
    isWanted: (part) => values.only?.split(',').includes(part) ?? true,
  });
  const calibration = { before, after: await calibrate(server.folder) };
  found.gates.map(sayGate).forEach(say);
  if (values.only === undefined) {
    const machine = { ...describeMachine(), ...(await server.describe()) };
    const about = { suite: name, at: new Date().toISOString(), machine, calibration };
    say(`Written to ${await writeReport({ ...about, ...found })}`);
  }
  process.exitCode = found.gates.every(hasPassed) ? 0 : 1;
} finally {
  await server.stop();
}
