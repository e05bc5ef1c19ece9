import { readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { createLog } from '../log.ts';
import { runOnce } from '../run.ts';

/** `npm run migrate`: brings the database that the settings name up to date, as its owner. */
await runOnce(async (onStop, fail) => {
  const config = readConfig(process.env);
  const named = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  if (named) {
    await migrate(named);
  } else {
    const database = await openDatabase({ config, log: createLog(config), onDeath: fail });
    onStop(database.stop);
  }
  process.stdout.write('The database is up to date.\n');
});
