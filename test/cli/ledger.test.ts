import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from 'chai';

import { root } from '#src/root.ts';
import { aDomain } from '#test/support/domain.ts';
import { newFolder } from '#test/support/embedded.ts';
import { aHold, postAs, someone } from '../ledger/orders.ts';

describe('npm run ledger', function () {
  this.timeout(60_000);
  const domain = aDomain();
  let folder = '';
  before(async () => {
    folder = await newFolder();
    for (let turn = 0; turn < 5; turn += 1) await postAs(domain, aHold(someone()));
  });
  after(() => rm(folder, { recursive: true }));

  const run = (...args: string[]) => runLedger(domain.ownerUrl, args);
  const save = async (name: string, content: string) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it('tells a checkpoint, exports the leaves, and both agree with the script that stands alone', async () => {
    const checkpoint = await save('checkpoint.json', (await run('checkpoint')).out);
    const leaves = await save('leaves.jsonl', (await run('export', '--format', 'leaves')).out);

    const { code, out } = await runNode(['public/check-ledger.mjs', leaves, checkpoint]);

    expect(out).to.match(/^RIGHT: the first 5 entries have the root [0-9a-f]{64}\n$/);
    expect(code).to.equal(0);
  });

  it('verifies everything, against a checkpoint too, and writes down that it did', async () => {
    const checkpoint = await save('checkpoint.json', (await run('checkpoint')).out);

    const { code, out } = await run('verify', '--checkpoint', checkpoint);

    expect(out).to.match(/^holds {3}Every guarded balance is the sum of its transfers\n/);
    expect(out).to.match(/\nThe books are right\.\n$/);
    expect(code).to.equal(0);
    expect(await domain.db('ledger_verifications').first()).to.include({
      ...{ by: 'shell', broken: 0, first: null, tree_size: 5n },
    });
  });

  it('names what is wrong first', async () => {
    const other = await save('other.json', JSON.stringify({ tree_size: 5, root: '00'.repeat(32) }));

    const { code, out, err } = await run('verify', '--checkpoint', other);

    expect(out).to.match(/\nBROKEN {2}The tree of the checkpoint .*entries 1 to 5 no longer have/);
    expect(err).to.equal('The books are wrong: 1 rules are broken.\n');
    expect(code).to.equal(1);
    const last = await domain.db('ledger_verifications').orderBy('id', 'desc').first();
    expect(last).to.include({ broken: 1 });
  });

  it('exports a month, and its manifest', async () => {
    const month = ['export', '--month', '2026-01', '--format', 'jsonl'];

    const [file, manifest] = [await run(...month), await run(...month, '--manifest')];

    expect(file.out.split('\n')).to.have.length(6);
    expect(JSON.parse(manifest.out)).to.include({ rows: 5, debit: '2.50', tree_size: 5 });
  });

  it('says how it is used when it is given something else', async () => {
    const nonsense = await save('nonsense.json', '{"root":"x"}');
    const wrong = [[], ['verify', '--all'], ['export'], ['export', '--format', 'csv'], ['seal']];

    for (const { code, err } of await Promise.all(wrong.map((args) => run(...args)))) {
      expect(err).to.match(/^Usage: npm run ledger -- verify \[--checkpoint FILE\]\n/);
      expect(code).to.equal(1);
    }
    const { err } = await run('verify', '--checkpoint', nonsense);
    expect(err).to.equal(`${nonsense} names no tree_size and root.\n`);
  });
});

const runLedger = (url: string, args: string[]) =>
  runNode(['--import', 'tsx', 'src/cli/ledger.ts', ...args], { DATABASE_URL: url });

function runNode(args: string[], settings: Partial<NodeJS.ProcessEnv> = {}) {
  const env = { ...process.env, NODE_ENV: 'test', ...settings };
  return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}
