import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from 'chai';

import { leavesJsonl } from '#src/finance/exports/leaves-jsonl.ts';
import { makeCheckpoint } from '#src/ledger/checkpoints.ts';
import { proveEntry, readRoot, readTreeSize, type Proof } from '#src/ledger/proof.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { root } from '#src/root.ts';
import { aDomain } from '#test/support/domain.ts';
import { newFolder } from '#test/support/embedded.ts';
import { aHold, codeOf, postAs, someone } from './orders.ts';
import { aRandomHistory } from './tampering.ts';

describe('A proof, in the eyes of the script that stands alone,', function () {
  this.timeout(60_000);
  const domain = aDomain();
  let folder = '';
  let kept: { tree_size: number; root: string };

  before(async () => {
    folder = await newFolder();
    await aRandomHistory(domain, someone());
    kept = await keepCheckpoint('shell:first');
  });
  after(() => rm(folder, { recursive: true }));

  const keepCheckpoint = async (why: string) => {
    const made = await domain.perform('system', (work) => makeCheckpoint(work, why));
    return { tree_size: Number(made.tree_size), root: made.root.toString('hex') };
  };
  const prove = async (seq: number): Promise<Proof> => {
    const proof = await proveEntry(domain.db, BigInt(seq));
    if (!proof) throw new Error('there is such an entry');
    return proof;
  };
  const save = async (name: string, content: string | object) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const check = (...files: string[]) =>
    new Promise<string>((resolve) => {
      const args = [join(root, 'public/check-ledger.mjs'), ...files];
      execFile(process.execPath, args, (error, out, err) => {
        resolve(error ? err.trim() : out.trim());
      });
    });
  const judge = async (proof: object, checkpoint: object = kept) =>
    check(await save('proof.json', proof), await save('checkpoint.json', checkpoint));

  it('is right for every kind of place in the tree', async () => {
    const size = kept.tree_size;
    const places = [1, 2, 3, 64, 128, 129, 255, 256, 257, size - 1, size];

    for (const seq of places) {
      expect(await judge(await prove(seq)), String(seq)).to.equal(
        `RIGHT: entry ${String(seq)} is in the tree of ${String(size)} with the root ${kept.root}`,
      );
    }
    expect(size).to.be.above(258);
  });

  it('is right by itself, and says with which root', async () => {
    expect(await check(await save('proof.json', await prove(7)))).to.match(/^RIGHT: entry 7 /);
  });

  const wrong: [string, (proof: Proof) => object, string][] = [
    ['another text', (it) => ({ text: it.text.replace('|GBP|', '|EUR|') }), 'the leaf is not that'],
    ['another leaf', () => ({ leaf: '00'.repeat(32) }), 'the leaf is not that of the text'],
    ['another index', (it) => ({ index: it.index + 1, entry: it.entry + 1 }), 'the path does not'],
    ['another number', (it) => ({ entry: it.entry + 1 }), 'the entry is not in this tree'],
    ['an index beyond the tree', () => ({ index: 5000, entry: 5001 }), 'the entry is not in'],
    ['a changed path', (it) => ({ path: it.path.with(1, it.leaf) }), 'the path does not lead'],
    ['a path that is too short', (it) => ({ path: it.path.slice(1) }), 'the path does not lead'],
    ['a path that is too long', (it) => ({ path: [...it.path, it.leaf] }), 'the path is too long'],
    ['another root', () => ({ root: '00'.repeat(32) }), 'the path does not lead to the root'],
    ['another size', (it) => ({ tree_size: it.tree_size * 2 }), 'the path does not lead'],
  ];
  for (const [what, change, why] of wrong) {
    it(`is wrong with ${what}`, async () => {
      const proof = await prove(7);

      expect(await judge({ ...proof, ...change(proof) })).to.match(new RegExp(`^WRONG: ${why}`));
    });
  }

  it('is wrong for another checkpoint', async () => {
    const other = { ...kept, root: '00'.repeat(32) };
    expect(await judge(await prove(7), other)).to.match(/^WRONG: the proof is of another tree/);
  });

  it('belongs to the first checkpoint that holds the entry, or to today’s tree', async () => {
    await postAs(domain, aHold(someone()));
    await sealTransfers(domain.db);
    const size = await readTreeSize(domain.db);

    expect((await prove(7)).checkpoint?.why).to.equal('shell:first');
    expect(await prove(Number(size))).to.deep.include({
      checkpoint: null,
      tree_size: Number(size),
    });
    expect(await proveEntry(domain.db, size + 1n)).to.equal(undefined);
  });

  describe('and the leaves', () => {
    const readAll = async () => {
      const upTo = await readTreeSize(domain.db);
      const pieces: string[] = [];
      for await (const piece of leavesJsonl(domain.db, { above: 0n, upTo })) {
        pieces.push(String(piece));
      }
      return pieces.join('');
    };
    const judgeLeaves = async (text: string, checkpoint: object = kept) =>
      check(await save('leaves.jsonl', text), await save('checkpoint.json', checkpoint));

    it('are the tree, of a checkpoint and of what came later', async () => {
      const size = await readTreeSize(domain.db);
      const now = { tree_size: Number(size), root: await readRoot(domain.db, size) };

      expect(await judgeLeaves(await readAll())).to.match(/^RIGHT: the first \d+ entries have/);
      expect(await judgeLeaves(await readAll(), now)).to.match(/^RIGHT: the first \d+ entries/);
    });

    it('are not the tree when one is changed, gone, twice, or another', async () => {
      const text = await readAll();
      const lines = text.trimEnd().split('\n');
      const without = [...lines.slice(0, 9), ...lines.slice(10)].join('\n');

      expect(await judgeLeaves(text.replace('"GBP"', '"EUR"'))).to.match(/^WRONG: the leaf of/);
      expect(await judgeLeaves(without)).to.match(/^WRONG: line 10 is not entry 10/);
      expect(await judgeLeaves([lines[0], ...lines].join('\n'))).to.match(/^WRONG: line 2 is not/);
      expect(await judgeLeaves(lines.slice(0, 20).join('\n'))).to.match(/^WRONG: there are 20 en/);
      expect(await judgeLeaves(text, { ...kept, root: '00'.repeat(32) })).to.match(
        /^WRONG: the entries do not have this root/,
      );
    });
  });

  it('leaves the checkpoint of a close to the close', async () => {
    expect(await codeOf(keepCheckpoint('close:2026-01'))).to.equal('GL002');
    expect(await codeOf(keepCheckpoint('because'))).to.equal('ledger_checkpoints_why_check');
  });
});
