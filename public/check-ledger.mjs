// Checks the ledger from outside, with nothing but Node, as in RFC 6962 (section 2.1):
//   node check-ledger.mjs proof.json [checkpoint.json]   one entry is in the tree
//   node check-ledger.mjs leaves.jsonl checkpoint.json   these leaves, from the first, are the tree
// A checkpoint is any JSON with tree_size and root: a manifest, a checkpoint you keep, a proof.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256'));
const leafOf = (text) => sha256(Buffer.of(0), text).digest();
const join = (left, right) => sha256(Buffer.of(1), left, right).digest();

function demand(holds, otherwise) {
  if (holds) return;
  console.error(`WRONG: ${otherwise}`);
  process.exit(1);
}

function checkProof({ entry, index, text, leaf, tree_size, path, root }, kept) {
  demand(entry === index + 1 && index >= 0 && index < tree_size, 'the entry is not in this tree');
  demand(leafOf(text).toString('hex') === leaf, 'the leaf is not that of the text');
  let [hash, at, last] = [Buffer.from(leaf, 'hex'), index, tree_size - 1];
  for (const other of path.map((hex) => Buffer.from(hex, 'hex'))) {
    demand(last > 0, 'the path is too long');
    hash = at % 2 === 1 || at === last ? join(other, hash) : join(hash, other);
    while (at === last && at % 2 === 0 && at > 0) [at, last] = [at / 2, last / 2];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  demand(last === 0 && hash.toString('hex') === root, 'the path does not lead to the root');
  const same = kept.tree_size === tree_size && kept.root === root;
  demand(same, 'the proof is of another tree than the checkpoint');
  console.log(`RIGHT: entry ${entry} is in the tree of ${tree_size} with the root ${root}`);
}

async function checkLeaves(lines, { tree_size, root }) {
  const peaks = [];
  let size = 0;
  for await (const line of lines) {
    const { seq, leaf, ...fields } = JSON.parse(line);
    demand(seq === size + 1, `line ${size + 1} is not entry ${size + 1}`);
    let hash = leafOf(Object.values(fields).join('|'));
    demand(hash.toString('hex') === leaf, `the leaf of entry ${seq} is not that of its fields`);
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = join(peaks.pop(), hash);
    peaks.push(hash);
    if (++size === tree_size) break;
  }
  demand(size === tree_size, `there are ${size} entries of ${tree_size}`);
  const found = peaks.length ? peaks.reduceRight((hash, left) => join(left, hash)) : sha256().digest();
  demand(found.toString('hex') === root, 'the entries do not have this root');
  console.log(`RIGHT: the first ${size} entries have the root ${root}`);
}

const [file = '', checkpoint] = process.argv.slice(2);
const kept = checkpoint && JSON.parse(readFileSync(checkpoint, 'utf8'));
if (file.endsWith('.json')) {
  const proof = JSON.parse(readFileSync(file, 'utf8'));
  checkProof(proof, kept ?? proof);
} else if (kept) await checkLeaves(createInterface({ input: createReadStream(file) }), kept);
else demand(false, 'usage: check-ledger.mjs proof.json [checkpoint.json] | leaves.jsonl checkpoint.json');
