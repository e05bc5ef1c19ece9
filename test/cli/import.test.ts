import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from 'chai';

import { root } from '#src/root.ts';
import { aDomain } from '#test/support/domain.ts';
import { newFolder } from '#test/support/embedded.ts';

const SMALL = join(root, 'test/imports/fixtures/small-posts.xml');

describe('npm run import', function () {
  this.timeout(60_000);
  const domain = aDomain();
  let folder = '';
  before(async () => {
    folder = await newFolder();
  });
  after(() => rm(folder, { recursive: true }));

  const run = (...args: string[]) => runImport(domain.ownerUrl, args);

  it('refuses a damaged file with its line and what to do, and writes nothing', async () => {
    const path = join(folder, 'Posts.xml');
    const whole = await readFile(SMALL, 'utf8');
    await writeFile(path, whole.replace('ParentId="12"', 'ParentId="4"'));

    const { code, out, err } = await run('stackexchange', path);

    expect(err).to.equal(
      `${path}:14: row answers question 4, which is not in the file. ` +
        'Export the dump again or remove this row.\n',
    );
    expect([code, out]).to.deep.equal([1, '']);
    expect(await domain.db('topics')).to.deep.equal([]);
  });

  it('imports a file, shows how far it is and says what it did', async () => {
    const { code, out, err } = await run('stackexchange', SMALL, '--site', 'Pocket');

    expect(err).to.equal('11 of 11\n');
    expect(out.split('\n').map((line) => line.trim())).to.deep.equal([
      'Pocket is in the topic Pocket.',
      '6 new members, who cannot sign in',
      '4 questions',
      '5 answers',
      '2 acceptances',
      '1 reward, set aside: 0.50 GBP',
      '1 reward, refused: nobody is paid for their own question',
      '2 rows, skipped: a text about a tag',
      '1 row, skipped: neither a question nor an answer',
      '1 acceptance, skipped: the answer is not in the file',
      '',
    ]);
    expect(code).to.equal(0);
    expect(await domain.db('questions')).to.have.length(4);
  });

  it('says that there was nothing new', async () => {
    const { code, out } = await run('stackexchange', SMALL, '--site', 'pocket');

    expect(out).to.match(/^Nothing new from Pocket\.\n +11 rows, here already, left as it was\n/);
    expect(code).to.equal(0);
  });

  it('says how it is used when it is given something else', async () => {
    const wrong = [[], ['discourse', SMALL], ['stackexchange', SMALL, '--sight', 'Pocket']];

    for (const { code, err } of await Promise.all(wrong.map((args) => run(...args)))) {
      expect(err).to.equal('Usage: npm run import -- stackexchange PATH [--site NAME]\n');
      expect(code).to.equal(1);
    }
  });
});

function runImport(url: string, args: string[]) {
  const command = ['--import', 'tsx', 'src/cli/import.ts', ...args];
  const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: url };
  return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, command, { cwd: root, env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}
