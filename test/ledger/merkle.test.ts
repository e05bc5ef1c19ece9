import { expect } from 'chai';

import {
  auditPath,
  growTree,
  KEPT_EVERY,
  leafHash,
  nodeHash,
  rootOf,
  type ReadHashes,
} from '#src/ledger/merkle.ts';

/** The leaves, roots and paths of the reference tests of Certificate Transparency. */
const LEAVES = [
  ...['', '00', '10', '2021', '3031', '40414243', '5051525354555657'],
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const PATHS: [index: number, size: number, path: string[]][] = [
  [0, 1, []],
  [
    ...([0, 8] as const),
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    ...([5, 8] as const),
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [...([2, 3] as const), ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    ...([1, 5] as const),
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

describe('A Merkle tree', () => {
  const leaves = LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex').toString('latin1')));

  it('has the roots of the reference tests, growing', () => {
    const tree = growTree();
    const roots = [tree.root()];
    for (const leaf of leaves) {
      tree.append(leaf);
      roots.push(tree.root());
    }

    expect(roots.map((root) => root.toString('hex'))).to.deep.equal(ROOTS);
  });

  it('has them looked up too, from any leaf that begins a subtree', async () => {
    const { read } = keep(leaves);

    for (const [size, expected] of ROOTS.entries()) {
      expect((await rootOf(read, 0, size)).toString('hex')).to.equal(expected);
    }
  });

  for (const [index, size, expected] of PATHS) {
    it(`has the reference path of leaf ${String(index)} among ${String(size)}`, async () => {
      const path = await auditPath(keep(leaves).read, index, size);

      expect(path.map((hash) => hash.toString('hex'))).to.deep.equal(expected);
    });
  }

  it('of 70,000 leaves is read by a few hundred hashes, and is the same', async () => {
    const many = Array.from({ length: 70_000 }, (_, nth) => leafHash(String(nth)));
    const { read, reads } = keep(many);
    const tree = growTree();
    for (const leaf of many.slice(0, 65_999)) tree.append(leaf);

    const path = await auditPath(read, 1_234, 65_999);

    expect(reads()).to.be.below(1_500);
    expect(climb(many[1_234]!, 1_234, path)).to.deep.equal(tree.root());
    expect(await rootOf(read, 0, 65_999)).to.deep.equal(tree.root());
  });
});

/** The root above a leaf that has a sibling on every level. */
const climb = (leaf: Buffer, index: number, path: Buffer[]) =>
  path.reduce(
    (hash, other, level) =>
      Math.floor(index / 2 ** level) % 2 === 1 ? nodeHash(other, hash) : nodeHash(hash, other),
    leaf,
  );

/** Keeps what the database does, and counts what is read of it. */
function keep(leaves: Buffer[]) {
  const levels = new Map<number, Buffer[]>([[0, leaves]]);
  const tree = growTree();
  for (const leaf of leaves) {
    tree.append(leaf, ({ level, hash }) => {
      if (level % KEPT_EVERY === 0) levels.set(level, [...(levels.get(level) ?? []), hash]);
    });
  }
  let count = 0;
  const read: ReadHashes = (level, from, length) => {
    count += length;
    return Promise.resolve(levels.get(level)!.slice(from, from + length));
  };
  return { read, reads: () => count };
}
