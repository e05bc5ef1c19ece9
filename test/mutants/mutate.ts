import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbedded } from '#src/db/embedded.ts';
import { root } from '#src/root.ts';
import { newFolder } from '#test/support/embedded.ts';
import type { Mutant } from './mutants.ts';

/** A copy of the project that may be broken, over one server for all of its test runs. */
export type Workshop = {
  /** What the tests say of the code as it is. */
  tryUnchanged: (mutants: readonly Mutant[]) => Promise<Verdict>;
  /** What they say of it without the guard. */
  tryMutant: (mutant: Mutant) => Promise<Verdict>;
  close: () => Promise<void>;
};

export type Verdict = {
  /** How many tests ran to their end. */
  ran: number;
  /** The first test that failed. */
  killedBy: string | undefined;
  seconds: number;
};

const COPIED = ['src', 'migrations', 'seeds', 'test', 'views', 'public'];
const COPIED_FILES = ['package.json', 'tsconfig.json', '.mocharc.json', 'knexfile.ts'];

/** Copies the project and starts a server for it. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'goodline-mutants-'));
  for (const name of [...COPIED, ...COPIED_FILES]) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const { databaseUrl, stop } = await startServer();

  return {
    tryUnchanged: (mutants) => {
      const tests = new Set(mutants.flatMap((mutant) => mutant.tests));
      return runTests(folder, databaseUrl, { tests: [...tests] });
    },
    tryMutant: async (mutant) => {
      const restore = await breakCode(folder, mutant);
      return runTests(folder, databaseUrl, mutant).finally(restore);
    },
    close: async () => {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

async function startServer() {
  const dataDir = await newFolder();
  const log = { debug: () => undefined, info: () => undefined, warn: console.warn };
  const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
  const settings = { ...fast, max_connections: '300' };
  const { url, stop } = await startEmbedded({ dataDir, log, settings });
  const stopAndForget = async () => {
    await stop();
    await rm(dataDir, { recursive: true });
  };
  return { databaseUrl: url('postgres'), stop: stopAndForget };
}

/** Makes the edits, each of which must fit exactly once, and returns what undoes them. */
async function breakCode(folder: string, { name, edits }: Mutant): Promise<() => Promise<void>> {
  const before = new Map<string, string>();
  for (const { file, from, to } of edits) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    if (text.split(from).length !== 2) {
      throw new Error(`Mutant “${name}”: not exactly once in ${file}: ${from}`);
    }
    if (!before.has(path)) before.set(path, text);
    await writeFile(
      path,
      text.replace(from, () => to),
    );
  }
  return async () => {
    for (const [path, text] of before) await writeFile(path, text);
  };
}

async function runTests(
  folder: string,
  databaseUrl: string,
  { tests, grep }: Pick<Mutant, 'tests' | 'grep'>,
): Promise<Verdict> {
  const started = performance.now();
  const only = grep === undefined ? [] : ['--fgrep', grep];
  const args = ['--bail', '--exit', ...only, ...tests];
  const lines = await runMocha(folder, databaseUrl, args, PATIENCE * tests.length);
  const failed = lines.find((line) => line.startsWith('not ok '));
  return {
    ran: lines.filter((line) => /^(not )?ok /.test(line)).length,
    killedBy: failed?.replace(/^not ok \d+ /, ''),
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

/** Milliseconds for each file, after which a run that does not end is ended. */
const PATIENCE = 600_000;

/** The lines of a report; a run without a whole one has judged nothing, and is an error. */
async function runMocha(
  cwd: string,
  databaseUrl: string,
  args: string[],
  milliseconds: number,
): Promise<string[]> {
  const mocha = join(cwd, 'node_modules/mocha/bin/mocha.js');
  const env = { ...process.env, TEST_DATABASE_URL: databaseUrl, CHECK_ALL: '' };
  const options = { cwd, env, detached: true };
  const child = spawn(process.execPath, [mocha, '--reporter', 'tap', ...args], options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const endAll = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const patience = setTimeout(endAll, milliseconds);
  process.once('exit', endAll);
  await new Promise((resolve) => child.on('close', resolve));
  process.off('exit', endAll);
  clearTimeout(patience);
  if (!/^# tests \d/m.test(output)) throw new Error(`The tests did not run to an end:\n${output}`);
  return output.split('\n');
}
