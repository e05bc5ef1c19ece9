import { parseArgs } from 'node:util';

import { stopCluster } from '#test/support/cluster.ts';
import { measureRings } from './measure.ts';

/*
 * `npm run rings -- measure [--seed 1 --seed 2]`: plants communities, weighs them as the site does
 * at night, and prints how many of those planted are in a case, and how many of those in a case
 * were planted. Fails below 0.9 and 0.95.
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', multiple: true, default: ['42', '20261122'] } },
});
if (positionals.join() !== 'measure') throw new Error('Usage: npm run rings -- measure [--seed N]');

try {
  for (const seed of values.seed) {
    const { recall, precision, planted, suspected, right, kinds } = await measureRings(
      Number(seed),
    );
    const figures = `recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`;
    const counts = `${right} of ${planted} planted, ${suspected} suspected`;
    process.stdout.write(`Seed ${seed}: ${figures} (${counts})\n`);
    for (const { kind, found, planted: of } of kinds) {
      process.stdout.write(`  ${kind.padEnd(28)} ${found} of ${of}\n`);
    }
    if (recall < 0.9 || precision < 0.95) process.exitCode = 1;
  }
} finally {
  await stopCluster();
}
