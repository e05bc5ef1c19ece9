import { Invalid } from './refusals.ts';

type Stop = () => Promise<unknown>;
type Program = (onStop: (stop: Stop) => void, fail: (why: string) => void) => Promise<void>;

/**
 * Runs a program until it is told to stop, by Ctrl+C or SIGTERM, or until something it cannot do
 * without fails; then stops what it had started, the last first. A second signal waits for nothing.
 */
export const runUntilStopped = (program: Program): Promise<void> =>
  run(program, { whenDone: () => undefined, whenTold: 0 });

/** Runs a program that ends by itself, and stops what it had started either way. */
export const runOnce = (program: Program): Promise<void> =>
  run(program, { whenDone: (end) => end(0), whenTold: INTERRUPTED });

/** As shells say it: somebody ended it before it was done. */
const INTERRUPTED = 130;

type Ends = { whenDone: (end: (code: number) => unknown) => unknown; whenTold: number };

async function run(program: Program, { whenDone, whenTold }: Ends): Promise<void> {
  const stops: Stop[] = [];
  let ending: Promise<never> | undefined;
  const end = (code: number) => (ending ??= stopAll(stops).then(() => process.exit(code)));
  const fail = (why: string) => {
    process.stderr.write(`${why}\n`);
    void end(1);
  };
  let patient = true;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!patient) process.exit(1);
      // Ctrl+C under npm arrives twice at once: from the terminal, and passed on by npm.
      setTimeout(() => (patient = false), 1_000).unref();
      void end(whenTold);
    });
  }
  try {
    await program((stop) => stops.push(stop), fail);
    whenDone(end);
  } catch (error) {
    fail(wordsOf(error));
  }
}

async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of stops.reverse()) {
    await stop().catch((error: unknown) => process.stderr.write(`${wordsOf(error)}\n`));
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Invalid) return Object.values(error.fields).join('\n');
  return error instanceof Error ? error.message : String(error);
}
