import { spawn } from 'node:child_process';
import { lstat, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { expect } from 'chai';

import { startEmbedded, type Embedded } from '#src/db/embedded.ts';
import { ask, killAll, newFolder } from '#test/support/embedded.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('The embedded PostgreSQL', () => {
  let dataDir: string;
  let running: Embedded[];
  let warnings: string[];

  before(async () => {
    dataDir = await newFolder();
  });

  beforeEach(() => {
    running = [];
    warnings = [];
  });

  afterEach(async () => {
    for (const server of running) await server.stop();
  });

  after(() => rm(dataDir, { recursive: true }));

  async function start(folder = dataDir, settings = {}): Promise<Embedded> {
    const quiet = () => undefined;
    const log = { debug: quiet, info: quiet, warn: (text: string) => warnings.push(text) };
    const server = await startEmbedded({ dataDir: folder, log, settings });
    running.push(server);
    return server;
  }

  it('starts on nothing, durable, in Unicode and for this machine only', async () => {
    const { url } = await start();

    const [server] = await ask(
      url(),
      `select current_database() as database, current_setting('fsync') as fsync,
              current_setting('full_page_writes') as full_page_writes,
              current_setting('synchronous_commit') as synchronous_commit,
              current_setting('server_encoding') as encoding, lower('ÉÑ') as lowered,
              current_setting('listen_addresses') as listens`,
    );

    expect(server).to.deep.equal({
      database: 'goodline',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      encoding: 'UTF8',
      lowered: 'éñ',
      listens: '127.0.0.1',
    });
  });

  it('lets in nobody without the password that it keeps to itself', async () => {
    const { url } = await start();
    const wrong = url().replace(/:[0-9a-f]+@/, ':guess@');

    const failure = await outcomeOf(ask(wrong, 'select 1'));

    expect(failure).to.have.property('code', '28P01');
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o077).to.equal(0);
  });

  it('finds its data again at the next start', async () => {
    const first = await start();
    await ask(first.url(), `create table kept as select 'yes' as word`);
    await first.stop();

    const second = await start();

    expect(await ask(second.url(), 'select word from kept')).to.deep.equal([{ word: 'yes' }]);
  });

  it('starts after every process of it was killed, with all that was committed', async () => {
    const first = await start();
    await ask(first.url(), `create table survived as select 1 as n`);
    await killAll(first);

    const second = await start();

    expect(await ask(second.url(), 'select n from survived')).to.deep.equal([{ n: 1 }]);
    expect(warnings.join()).to.include('PostgreSQL ended by itself');
  });

  it('starts when the number of a killed server now belongs to another program', async () => {
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    await killAll(await start());
    const { uid, gid } = await stat(join(dataDir, 'postgres'));
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    const stale = await readFile(pidFile, 'utf8');
    await writeFile(pidFile, stale.replace(/^\d+/, String(stranger.pid)));

    const second = await start();

    expect(await ask(second.url(), 'select 1 as n')).to.deep.equal([{ n: 1 }]);
    expect(stranger.kill()).to.equal(true);
  });

  it('takes over from a server whose Goodline is gone', async () => {
    const orphan = await start();
    await ask(
      orphan.url(),
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where application_name = 'goodline claim'`,
    );

    const { url } = await start();

    expect(await ask(url(), 'select 1 as n')).to.deep.equal([{ n: 1 }]);
    expect(url()).not.to.equal(orphan.url());
    expect(warnings.join()).to.include('that an earlier run left');
  });

  it('refuses a second Goodline on the same data and leaves the first alone', async () => {
    const first = await start();

    const failure = await outcomeOf(start());

    expect(failure).to.have.property('message').that.includes('Another Goodline is running');
    expect(await ask(first.url(), 'select 1 as n')).to.deep.equal([{ n: 1 }]);
  });

  it('is started by exactly one of two who begin together', async () => {
    const folder = await newFolder();
    const throwaway = { fsync: 'off' };

    const outcomes = await Promise.allSettled([start(folder, throwaway), start(folder, throwaway)]);

    expect(outcomes.map(({ status }) => status)).to.have.members(['fulfilled', 'rejected']);
    await running.pop()?.stop();
    await rm(folder, { recursive: true });
  });

  it('says in its own words why it cannot start', async () => {
    await (await start()).stop();
    const control = join(dataDir, 'postgres', 'global', 'pg_control');
    const healthy = await readFile(control);
    await writeFile(control, '');

    const failure = await outcomeOf(start());

    expect(failure)
      .to.have.property('message')
      .that.matches(/did not start:\n.*pg_control/);
    await writeFile(control, healthy);
  });

  it('says so when its password was lost', async () => {
    const file = join(dataDir, 'postgres-password');
    const right = await readFile(file);
    await writeFile(file, 'f'.repeat(64));

    const failure = await outcomeOf(start());

    expect(failure).to.have.property('message').that.includes('is not the password');
    await writeFile(file, right);
  });

  it('keeps its data where it can reach them when root hides the folder', async function () {
    if (process.getuid?.() !== 0) return this.skip();
    const folder = await newFolder(0o700);

    const { url, stop } = await start(folder, { fsync: 'off' });

    expect(await ask(url(), 'select 1 as n')).to.deep.equal([{ n: 1 }]);
    expect((await lstat(join(folder, 'postgres'))).isSymbolicLink()).to.equal(true);
    await stop();
    await rm(dirname(await realpath(join(folder, 'postgres'))), { recursive: true });
    await rm(folder, { recursive: true });
  });
});
