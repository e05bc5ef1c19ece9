import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { z } from 'zod';

import { operatorOf } from '../build.ts';
import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { exportMonth } from '../finance/exports/export.ts';
import { FORMATS, isFormat } from '../finance/exports/formats.ts';
import { leavesJsonl } from '../finance/exports/leaves-jsonl.ts';
import { verifyBooks } from '../finance/proof/verify-books.ts';
import { makeCheckpoint } from '../ledger/checkpoints.ts';
import { parseMonth } from '../ledger/dates.ts';
import type { KeptRoot } from '../ledger/marks.ts';
import { readTreeSize } from '../ledger/proof.ts';
import { sealTransfers } from '../ledger/seal.ts';
import { createLog } from '../log.ts';
import { reactions } from '../reactions/reactions.ts';
import { runOnce } from '../run.ts';
import { performer, type Perform } from '../work.ts';

const USAGE = `Usage: npm run ledger -- verify [--checkpoint FILE]
       npm run ledger -- checkpoint
       npm run ledger -- export --month 2026-10 --format csv [--manifest]
       npm run ledger -- export --format leaves
Formats: ${Object.keys(FORMATS).join(', ')}`;

type Ledger = { db: ReturnType<typeof connect>; perform: Perform };
type Command = (ledger: Ledger) => Promise<void>;

/** `npm run ledger -- …`: the ledger from the shell, on standard output. */
await runOnce(async (onStop, fail) => {
  const command = await readCommand(process.argv.slice(2));
  const config = readConfig(process.env);
  const log = createLog({ LOG_LEVEL: 'warn' });
  const database = await openDatabase({ config, log, onDeath: fail });
  onStop(database.stop);
  const db = connect(database.ownerUrl, { applicationName: 'goodline ledger' });
  onStop(() => db.destroy());
  const operator = operatorOf(config, { name: config.SITE_NAME });
  const perform = performer({ db, reactions, operator, now: () => new Date() });
  await command({ db, perform });
});

async function readCommand(args: string[]): Promise<Command> {
  const { positionals, values } = parse(args);
  const given = Object.keys(values).join();
  const verb = positionals.join();
  if (verb === 'verify' && given === '') return (ledger) => verify(ledger, []);
  if (verb === 'verify' && given === 'checkpoint') {
    const kept = await readKept(values.checkpoint ?? '');
    return (ledger) => verify(ledger, [kept]);
  }
  if (verb === 'checkpoint' && given === '') return tellCheckpoint;
  if (verb === 'export' && given === 'format' && values.format === 'leaves') return exportLeaves;
  if (verb === 'export' && values.checkpoint === undefined) return exportFile(values);
  throw new Error(USAGE);
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const manifest = { type: 'boolean' } as const;
  const options = { checkpoint: text, month: text, format: text, manifest };
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Error(USAGE, { cause: error });
  }
}

/** Recomputes everything and holds it against what it came from; names what is wrong first. */
async function verify({ perform }: Ledger, outside: KeptRoot[]): Promise<void> {
  const findings = await perform('system', (work) => verifyBooks(work, 'shell', outside));
  for (const { rule, broken, first } of findings) {
    const wrong = `: ${String(broken)} wrong, the first: ${first ?? ''}`;
    process.stdout.write(broken === 0n ? `holds   ${rule}\n` : `BROKEN  ${rule}${wrong}\n`);
  }
  const broken = findings.filter((finding) => finding.broken > 0n).length;
  if (broken > 0) throw new Error(`The books are wrong: ${String(broken)} rules are broken.`);
  process.stdout.write('The books are right.\n');
}

/** What a manifest, a checkpoint or a proof says of how the ledger was. */
async function readKept(file: string): Promise<KeptRoot> {
  const shape = z.object({
    tree_size: z.int().nonnegative(),
    root: z.string().regex(/^[0-9a-f]{64}$/),
  });
  const kept = shape.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!kept.success) throw new Error(`${file} names no tree_size and root.`);
  const { tree_size, root } = kept.data;
  return { name: file, treeSize: BigInt(tree_size), root: Buffer.from(root, 'hex') };
}

/** Prints the root of everything that is sealed, to be kept where the database is not. */
async function tellCheckpoint({ db, perform }: Ledger): Promise<void> {
  await sealTransfers(db);
  const { why, tree_size, root, made_at } = await perform('system', (work) =>
    makeCheckpoint(work, `shell:${work.at.toISOString().toLowerCase()}`),
  );
  const told = { why, tree_size: Number(tree_size), root: root.toString('hex'), made_at };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

async function exportLeaves({ db }: Ledger): Promise<void> {
  await sealTransfers(db);
  await print(leavesJsonl(db, { above: 0n, upTo: await readTreeSize(db) }));
}

type Asked = { month?: string; format?: string; manifest?: boolean };

function exportFile({ month: asked = '', format = '', manifest: onlyManifest }: Asked): Command {
  const month = parseMonth(asked);
  if (!month || !isFormat(format)) throw new Error(USAGE);
  return async ({ db }) => {
    await sealTransfers(db);
    const { read, manifest } = await exportMonth(db, { month, format });
    await print(onlyManifest ? [`${JSON.stringify(manifest, null, 2)}\n`] : read());
  };
}

function print(pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>) {
  return pipeline(Readable.from(pieces), process.stdout, { end: false });
}
