import { openWorkshop, type Verdict } from './mutate.ts';
import { MUTANTS } from './mutants.ts';

/*
 * Takes each guard out of a copy of the code, one after another, and looks whether a test notices.
 * `npm run mutants -- lock NUL` tries only those whose names hold one of these texts.
 */

const texts = process.argv.slice(2);
const mutants = MUTANTS.filter(
  ({ name }) => texts.length === 0 || texts.some((text) => name.includes(text)),
);
const workshop = await openWorkshop();
let survivors = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const unchanged = await workshop.tryUnchanged(mutants);
  print('nothing taken out', unchanged, unchanged.killedBy ?? 'every test passes');
  if (unchanged.killedBy !== undefined) survivors += 1;
  else for (const mutant of mutants) await tryOne(mutant);
} finally {
  await workshop.close();
}
process.stdout.write(`\n${String(mutants.length)} guards, ${String(survivors)} missed\n`);
process.exitCode = survivors === 0 ? 0 : 1;

async function tryOne(mutant: (typeof MUTANTS)[number]): Promise<void> {
  const verdict = await workshop.tryMutant(mutant);
  if (verdict.killedBy === undefined) survivors += 1;
  print(mutant.name, verdict, verdict.killedBy ?? 'SURVIVED');
}

function print(name: string, { seconds }: Verdict, result: string): void {
  process.stdout.write(`${name.padEnd(70)} ${String(seconds).padStart(4)} s  ${result}\n`);
}
