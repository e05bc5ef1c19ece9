import { drawingsFor, embedderFor, operatorOf } from '../build.ts';
import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { APP_ROLE } from '../db/migrate.ts';
import { startWorker } from '../jobs/worker.ts';
import { createLog } from '../log.ts';
import { transportFor } from '../notices/transports.ts';
import { reactions } from '../reactions/reactions.ts';
import { listenAsSet } from '../replies/listen-as-set.ts';
import { runUntilStopped } from '../run.ts';
import { performer } from '../work.ts';

/** `npm run worker`: the job worker alone, beside web processes that run with WORKER=off. */
await runUntilStopped(async (onStop) => {
  const config = readConfig(process.env);
  const { DATABASE_URL: databaseUrl, SITE_NAME: name } = config;
  if (databaseUrl === undefined) {
    throw new Error('Set DATABASE_URL: the embedded database belongs to the web process.');
  }
  const log = createLog(config);
  const now = () => new Date();
  const db = connect(databaseUrl, { role: APP_ROLE, applicationName: 'goodline worker' });
  onStop(() => db.destroy());
  const operator = operatorOf(config, { name });
  const perform = performer({ db, reactions, now, operator });
  const transport = transportFor(config);
  const embedder = embedderFor(config, log);
  onStop(async () => embedder?.stop());
  const worker = await startWorker({
    ...{ databaseUrl, db, perform, now, transport, log, embedder },
  });
  onStop(worker.stop);
  const replying = { ...drawingsFor(operator), operator };
  const inbox = await listenAsSet(config, { ...replying, db, perform, now, log });
  onStop(inbox.stop);
  process.stdout.write('The worker is running.\n');
});
