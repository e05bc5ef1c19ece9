import { seedDemo, signIns, wantsDemo } from '../../seeds/demo.ts';
import { readConfig } from '../config.ts';
import { keepSecrets } from '../config-secrets.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { createLog } from '../log.ts';
import { runOnce } from '../run.ts';

/** `npm run seed`: the demonstration community, into an empty database and never in production. */
await runOnce(async (onStop, fail) => {
  const config = { ...readConfig(process.env), SEED: 'demo' } as const;
  const database = await openDatabase({ config, log: createLog(config), onDeath: fail });
  onStop(database.stop);
  const { ownerUrl } = database;
  if (!(await wantsDemo(database, config))) {
    throw new Error(
      'Nothing was seeded: the demonstration goes into an empty database, and never with ' +
        'NODE_ENV=production. Name an empty one by DATABASE_URL, or remove DATA_DIR.',
    );
  }
  const secrets = await keepSecrets(config);
  await seedDemo({ ownerUrl, config, secrets, now: () => new Date() });
  const db = connect(ownerUrl);
  onStop(() => db.destroy());
  process.stdout.write(await signIns(db));
});
