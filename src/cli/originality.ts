import { runOnce } from '../run.ts';
import { printAll } from '../trust/originality/print-all.ts';
import { openEverything } from './open-everything.ts';

const USAGE = 'Usage: npm run originality -- print';

/** `npm run originality -- print`: lets answers from before copies were looked for be sources. */
await runOnce(async (onStop, fail) => {
  const [verb, ...more] = process.argv.slice(2);
  if (verb !== 'print' || more.length > 0) throw new Error(USAGE);
  const { db, perform } = await openEverything(onStop, fail, 'goodline originality');
  const printed = await printAll({ db, perform });
  process.stdout.write(`Printed ${String(printed)} answers that had no print.\n`);
});
