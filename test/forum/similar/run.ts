import { parseArgs } from 'node:util';

import { SAME } from '#src/forum/similar/same.ts';
import { stopCluster } from '#test/support/cluster.ts';
import { measureSimilar, readLabelled, type Measured } from './measure.ts';

/*
 * `REAL_DATA=… npm run similar -- measure`: every tenth question of BANKING77's training set is
 * asked among the rest, as it is, with a slip in each, and without the model. Prints how often one
 * that means the same comes first and among the first five, how often a topic is suggested and
 * rightly so, where each of the 77 intents is a topic, and how long it takes; then, of every tenth
 * of the rest, how many of the pairs that are found of it mean the same (precision), and how many
 * of them are found in one that does (recall), from each likeness on.
 */

const { positionals } = parseArgs({ allowPositionals: true });
const data = process.env.REAL_DATA;
if (positionals.join() !== 'measure' || data === undefined) {
  throw new Error('Usage: REAL_DATA=FOLDER npm run similar -- measure');
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7);
const say = (name: string, { median, p95, ...shares }: Measured['plain']) => {
  const times = `median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  process.stdout.write(
    `${name.padEnd(22)} top-1 ${percent(shares.first)}, top-5 ${percent(shares.five)}; ` +
      `topic suggested ${percent(shares.suggested)}, right ${percent(shares.right)}; ${times}\n`,
  );
};
const sayPairs = (name: string, all: Measured['pairs']['placed']) => {
  process.stdout.write(`${name}:\n`);
  for (const { least, pairs, precision, recall } of all) {
    const from = `from ${String(least)} % alike${least === SAME ? ', in use' : ''}`.padEnd(26);
    const shares = `precision ${percent(precision)}, recall ${percent(recall)}`;
    process.stdout.write(`  ${from} ${shares}, ${String(pairs)} pairs\n`);
  }
};

try {
  const sentences = readLabelled(`${data}/banking77-train.csv`);
  const found = await measureSimilar(sentences);
  process.stdout.write(
    `${String(found.learned)} questions learned, ${String(found.queries)} asked\n`,
  );
  say('as asked', found.plain);
  say('with a slip in each', found.slips);
  say('without the model', found.letters);
  sayPairs('Pairs that likely ask the same', found.pairs.placed);
  sayPairs('The same without the model', found.pairs.letters);
  if (!found.isGoodEnough) process.exitCode = 1;
} finally {
  await stopCluster();
}
