import { connect } from '#src/db/connect.ts';
import { createEmbedder } from '#src/forum/similar/embedder.ts';
import { createSimilar, type Similar } from '#src/forum/similar/similar.ts';
import { interleave } from '../rounds.ts';
import type { Bench, Found } from '../suite.ts';
import { suiteOf } from '../suite-of.ts';
import { keepAsked, NOW, sentence, type Asked } from './asked.ts';

/** What it costs to find those that ask the same among 100,000 questions, against 10,000. */
async function benchTyping({ server, plan, say, asked = ASKED }: Bench): Promise<Found> {
  const embedder = createEmbedder({
    onFailure: (error) => {
      throw error;
    },
  });
  await keepAsked(server, asked, embedder);
  const open = (database: string) =>
    connect(server.url(database, 'app'), { pool: { min: 1, max: 4 } });
  const [few, many] = [open('bench_similar_small'), open('bench_similar_large')];
  const finder = (db: typeof few) => createSimilar({ db, embedder, now: () => NOW });
  const [small, large] = [finder(few), finder(many)];
  const found = await interleave(plan.rounds, {
    'typing, small': () => slowest(small, plan.seconds),
    'typing, large': () => slowest(large, plan.seconds),
  });
  await Promise.all([few.destroy(), many.destroy(), embedder.stop()]);
  for (const [name, { median }] of Object.entries(found)) {
    say(`  ${name}: p95 ${median.toFixed(1)} ms`);
  }
  const measured = found['typing, large'].median / found['typing, small'].median;
  const [of, to] = [asked.large, asked.small].map((count) => count.toLocaleString('en-GB'));
  const name = `Finding the same among ${String(of)} questions, of ${String(to)}`;
  return {
    gates: [{ name, measured, atMost: 1.5, unit: '×' }],
    figures: { asked, milliseconds: found },
  };
}

/** Finding what asks the same, in a large community and in a small one. */
export const similarSuite = suiteOf({ typing: benchTyping });

const ASKED: Asked = { small: 10_000, large: 100_000, sentences: 3_000 };

/** What nineteen of twenty searches stay below, of as many as fit, in milliseconds. */
async function slowest(similar: Similar, seconds: number): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (times.length < 5 || performance.now() < end) {
    const start = performance.now();
    await similar.toText(sentence(times.length * 26 + 1));
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? NaN;
}
