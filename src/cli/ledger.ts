import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { exportMonth } from '../finance/exports/export.ts';
import { FORMATS, isFormat } from '../finance/exports/formats.ts';
import { reconcileBooks } from '../finance/reconcile.ts';
import { parseMonth } from '../ledger/dates.ts';
import { sealTransfers } from '../ledger/seal.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { createLog } from '../log.ts';
import { runOnce } from '../run.ts';

const USAGE = `Usage: npm run ledger -- verify
       npm run ledger -- export --month 2026-10 --format csv [--manifest]
Formats: ${Object.keys(FORMATS).join(', ')}`;

/** `npm run ledger -- …`: the ledger from the shell, on standard output. */
await runOnce(async (onStop, fail) => {
  const command = readCommand(process.argv.slice(2));
  const config = readConfig(process.env);
  const log = createLog({ LOG_LEVEL: 'warn' });
  const database = await openDatabase({ config, log, onDeath: fail });
  onStop(database.stop);
  const db = connect(database.ownerUrl, { applicationName: 'goodline ledger' });
  onStop(() => db.destroy());
  await command(db);
});

type Command = (db: ReturnType<typeof connect>) => Promise<void>;

function readCommand([verb, ...options]: string[]): Command {
  if (verb === 'verify' && options.length === 0) return verify;
  if (verb !== 'export') throw new Error(USAGE);
  const month = parseMonth(optionIn(options, '--month'));
  const format = optionIn(options, '--format');
  if (!month || !isFormat(format)) throw new Error(USAGE);
  return async (db) => {
    await sealTransfers(db);
    const { read, manifest } = await exportMonth(db, { month, format });
    const about = [`${JSON.stringify(manifest, null, 2)}\n`];
    const pieces = options.includes('--manifest') ? about : read();
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  };
}

/** Recomputes every balance and holds the ledger against the rewards; names what is wrong first. */
async function verify(db: Parameters<Command>[0]): Promise<void> {
  const findings = [...(await verifyLedger(db)), ...(await reconcileBooks(db))];
  for (const { rule, broken, first } of findings) {
    const wrong = `${String(broken)} wrong, the first: ${first ?? ''}`;
    process.stdout.write(
      `${broken === 0n ? 'holds ' : 'BROKEN'}  ${rule}${broken === 0n ? '' : `: ${wrong}`}\n`,
    );
  }
  const broken = findings.filter((finding) => finding.broken > 0n).length;
  if (broken > 0) throw new Error(`The books are wrong: ${String(broken)} rules are broken.`);
  process.stdout.write('The books are right.\n');
}

function optionIn(options: string[], name: string): string {
  return options[options.indexOf(name) + 1] ?? '';
}
