import { operatorOf } from '../build.ts';
import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { createLog } from '../log.ts';
import { createFirstAdmin } from '../members/create-first-admin.ts';
import { reactions } from '../reactions/reactions.ts';
import { runOnce } from '../run.ts';
import { performer } from '../work.ts';

const USAGE = 'Usage: npm run admin -- create EMAIL';

/** `npm run admin -- create EMAIL`: the first admin, by a single-use link that is printed here. */
await runOnce(async (onStop, fail) => {
  const [verb, email, ...more] = process.argv.slice(2);
  if (verb !== 'create' || !email || more.length > 0) throw new Error(USAGE);
  const config = readConfig(process.env);
  const database = await openDatabase({ config, log: createLog(config), onDeath: fail });
  onStop(database.stop);
  const db = connect(database.ownerUrl, { applicationName: 'goodline admin' });
  onStop(() => db.destroy());
  const operator = operatorOf(config, { name: config.SITE_NAME });
  const perform = performer({ db, reactions, operator, now: () => new Date() });
  const { member, token } = await perform('system', (work) => createFirstAdmin(work, email));
  process.stdout.write(
    `${member.name} is an admin. Choose a password within the hour at\n` +
      `  ${config.SITE_URL}/reset/${token}\n`,
  );
});
