import { operatorOf } from '../build.ts';
import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { createLog } from '../log.ts';
import { reactions } from '../reactions.ts';
import { runOnce } from '../run.ts';
import { readSettings } from '../site/settings.ts';
import { checkAll } from '../trust/personal-data/check-all.ts';
import { maskingMarkdown } from '../trust/personal-data/masking-markdown.ts';
import { defaultsFrom } from '../web/live-site.ts';
import { createMarkdown } from '../web/markdown.ts';
import { performer } from '../work.ts';

const USAGE = 'Usage: npm run personal-data -- scan';

/** `npm run personal-data -- scan`: masks what looks personal in posts from before it was looked for. */
await runOnce(async (onStop, fail) => {
  const [verb, ...more] = process.argv.slice(2);
  if (verb !== 'scan' || more.length > 0) throw new Error(USAGE);
  const config = readConfig(process.env);
  const database = await openDatabase({ config, log: createLog(config), onDeath: fail });
  onStop(database.stop);
  const db = connect(database.ownerUrl, { applicationName: 'goodline personal data' });
  onStop(() => db.destroy());
  const operator = operatorOf(config, await readSettings(db, defaultsFrom(config)));
  const perform = performer({ db, reactions, operator, now: () => new Date() });
  const markdown = maskingMarkdown(createMarkdown(), operator);
  const telling = await checkAll({ db, perform, markdown });
  process.stdout.write(`Something looks personal in ${String(telling)} posts.\n`);
});
