import { parseArgs } from 'node:util';

import { runCampaign, type Outcome } from './ledger/campaign.ts';
import { SABOTAGE } from './ledger/sabotage.ts';

/*
 * `npm run stress -- ledger [--seconds 120] [--workers 12] [--kills 11]`: a long concurrent history.
 * With `--sabotage` each guard of the ledger is taken out in turn, and has to be missed.
 */

const USAGE =
  'Usage: npm run stress -- ledger [--seconds N] [--workers N] [--kills N] [--sabotage]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '120' },
    workers: { type: 'string', default: '12' },
    kills: { type: 'string', default: '11' },
    sabotage: { type: 'boolean', default: false },
  },
});
if (positionals.join() !== 'ledger') throw new Error(USAGE);
const plan = {
  seconds: wholeNumber(values.seconds),
  workers: wholeNumber(values.workers),
  kills: wholeNumber(values.kills),
};

let failures = 0;
if (values.sabotage) {
  for (const sabotage of SABOTAGE) {
    const { wrong } = await runCampaign({ ...plan, sabotage });
    if (wrong.length === 0) failures += 1;
    print(`${sabotage.name.padEnd(44)} ${wrong[0] ?? 'NOT NOTICED'} (${String(wrong.length)})`);
  }
  print(`${String(SABOTAGE.length)} guards taken out, ${String(failures)} not missed`);
} else {
  const outcome = await runCampaign(plan);
  report(outcome);
  failures = outcome.wrong.length;
}
process.exitCode = failures === 0 ? 0 : 1;

function report({ counts, wrong }: Outcome): void {
  for (const [what, times] of Object.entries(counts).sort())
    print(`${what.padEnd(24)} ${String(times)}`);
  for (const sentence of wrong.slice(0, 20)) print(`WRONG  ${sentence}`);
  print(`${String(wrong.length)} promises broken`);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Error(USAGE);
  return Number(text);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
