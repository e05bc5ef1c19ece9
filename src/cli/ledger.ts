import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { exportMonth, isFormat } from '../finance/exports/export.ts';
import { reconcileBooks } from '../finance/reconcile.ts';
import { parseMonth } from '../ledger/dates.ts';
import { sealTransfers } from '../ledger/seal.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { createLog } from '../log.ts';
import { runOnce } from '../run.ts';

const USAGE = `Usage: npm run ledger -- verify
       npm run ledger -- export --month 2026-10 --format csv`;

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
    const { read } = await exportMonth(db, { month, format });
    for await (const piece of read()) process.stdout.write(piece);
  };
}

/** Recomputes every balance and holds the ledger against the rewards; names what is wrong first. */
const verify: Command = async (db) => {
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
};

const optionIn = (options: string[], name: string) => options[options.indexOf(name) + 1] ?? '';
