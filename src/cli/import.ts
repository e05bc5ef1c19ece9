import { parseArgs } from 'node:util';

import { operatorOf } from '../build.ts';
import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { siteOf } from '../imports/dump-people.ts';
import { readHistory } from '../imports/dump.ts';
import { importStackExchange } from '../imports/import-stackexchange.ts';
import { printReport } from '../imports/print-report.ts';
import { siteNamed } from '../imports/site.ts';
import { createLog } from '../log.ts';
import { reactionsToHistory as reactions } from '../reactions/to-history.ts';
import { runOnce } from '../run.ts';
import { maskingMarkdown } from '../trust/personal-data/masking-markdown.ts';
import { createMarkdown } from '../web/markdown.ts';

const USAGE = 'Usage: npm run import -- stackexchange PATH [--site NAME]';

/** `npm run import -- stackexchange PATH`: another community's posts, by the commands people use. */
await runOnce(async (onStop, fail) => {
  const { path, siteName } = readArguments(process.argv.slice(2));
  const now = () => new Date();
  const site = siteNamed(siteName ?? siteOf(path));
  // The whole file is checked before anything is opened, let alone written.
  const dump = await readHistory(path, now());

  const config = readConfig(process.env);
  const log = createLog({ LOG_LEVEL: 'warn' });
  const database = await openDatabase({ config, log, onDeath: fail });
  onStop(database.stop);
  const db = connect(database.ownerUrl, { applicationName: 'goodline import' });
  onStop(() => db.destroy());
  const operator = operatorOf(config, { name: config.SITE_NAME });
  const markdown = maskingMarkdown(createMarkdown(), operator);
  const needs = { db, reactions, operator, now, markdown, onProgress };
  const report = await importStackExchange(needs, { dump, site });
  process.stdout.write(printReport(report, config.CURRENCY));
});

function readArguments(args: string[]): { path: string; siteName: string | undefined } {
  const { positionals, values } = parse(args);
  const [source, path, ...more] = positionals;
  if (source !== 'stackexchange' || !path || more.length > 0) throw new Error(USAGE);
  return { path, siteName: values.site };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { site: { type: 'string' } } });
  } catch (error) {
    throw new Error(USAGE, { cause: error });
  }
}

function onProgress(done: number, total: number): void {
  if (done % 100 !== 0 && done !== total) return;
  process.stderr.write(`${String(done)} of ${String(total)}\n`);
}
