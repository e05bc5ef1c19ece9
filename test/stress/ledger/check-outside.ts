import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Knex } from 'knex';

import { leavesJsonl } from '#src/finance/exports/leaves-jsonl.ts';
import { root } from '#src/root.ts';

const run = promisify(execFile);

/** What the stand-alone script, which shares no code with the site, has against the latest root. */
export async function checkOutside(db: Knex): Promise<string[]> {
  const head = await db('ledger_blocks').orderBy('number', 'desc').first();
  if (!head) return ['nothing was sealed'];
  const folder = await mkdtemp(join(tmpdir(), 'goodline-stress-'));
  const [leaves, checkpoint] = [join(folder, 'leaves.jsonl'), join(folder, 'checkpoint.json')];
  const kept = { tree_size: Number(head.tree_size), root: head.root.toString('hex') };
  try {
    await writeFile(leaves, leavesJsonl(db, { above: 0n, upTo: head.tree_size }));
    await writeFile(checkpoint, JSON.stringify(kept));
    await run(process.execPath, [join(root, 'public/check-ledger.mjs'), leaves, checkpoint]);
    return [];
  } catch (error) {
    return [`the stand-alone script: ${String((error as { stderr?: string }).stderr)}`];
  } finally {
    await rm(folder, { recursive: true });
  }
}
