import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { serverEnvironment, type ServerUser } from './embedded-user.ts';

export type Log = Record<'debug' | 'info' | 'warn', (text: string) => void>;

export type Launch = {
  bin: string;
  data: string;
  user: ServerUser;
  port: number;
  settings: Readonly<Record<string, string>>;
  log: Log;
};

export type Server = {
  /** Resolves when the server is gone, with its last words. */
  exited: Promise<string>;
  /** Ends every session and waits until the data are at rest. */
  stop: () => Promise<void>;
};

/** Starts a server and waits until it serves; throws its own last words if it never does. */
export async function launch(options: Launch): Promise<Server> {
  const server = spawn(join(options.bin, 'postgres'), argumentsFor(options), {
    ...options.user,
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a group of its own, so that Ctrl+C in a terminal ends Goodline first and then this.
    detached: true,
  });
  const exited = lastWordsOf(server, options.log);
  if (!(await becomesReady(server, options.data))) {
    throw new Error(`PostgreSQL did not start:\n${await exited}`);
  }
  return { exited, stop: stopper(server, exited) };
}

/** What `postmaster.pid` says of the server on these data; absent where none was started. */
export async function postmasterOf(data: string) {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, , , , status] = text.split('\n');
  return text ? { pid: Number(pid), port: Number(port), status: status?.trim(), text } : undefined;
}

function argumentsFor({ data, port, settings }: Launch): string[] {
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC' };
  const pairs = Object.entries({ ...settings, ...fixed, port: String(port) });
  return ['-D', data, ...pairs.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function lastWordsOf(server: ChildProcess, log: Log): Promise<string> {
  const words: string[] = [];
  const hear = (line: string) => {
    log.debug(`postgres: ${line}`);
    words.push(line);
    if (words.length > 20) words.shift();
  };
  if (server.stderr) createInterface(server.stderr).on('line', hear);
  return new Promise((resolve) => {
    server.on('error', (error) => {
      hear(error.message);
      resolve(words.join('\n'));
    });
    server.on('close', () => {
      resolve(words.join('\n'));
    });
  });
}

/** No deadline: recovering after a crash takes as long as it takes. */
async function becomesReady(server: ChildProcess, data: string): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const postmaster = await postmasterOf(data);
    if (postmaster?.pid === server.pid && postmaster?.status === 'ready') return true;
    await sleep(20);
  }
  return false;
}

function stopper(server: ChildProcess, exited: Promise<string>) {
  const endWithParent = () => server.kill('SIGINT');
  process.on('exit', endWithParent);
  void exited.then(() => process.off('exit', endWithParent));
  return async () => {
    server.kill('SIGINT');
    const patience = setTimeout(() => server.kill('SIGQUIT'), 20_000);
    await exited;
    clearTimeout(patience);
  };
}
