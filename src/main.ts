import { seedDemo, signIns, wantsDemo } from '../seeds/demo.ts';
import { buildSite } from './build.ts';
import { keepSecrets } from './config-secrets.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { startWorker } from './jobs/worker.ts';
import { createLog } from './log.ts';
import { transportFor } from './notices/transports.ts';
import { listenAsSet } from './replies/listen-as-set.ts';
import { runUntilStopped } from './run.ts';
import { serve } from './serve.ts';

const now = () => new Date();

await runUntilStopped(async (onStop, fail) => {
  const config = readConfig(process.env);
  const log = createLog(config);
  const database = await openDatabase({ config, log, onDeath: fail });
  onStop(database.stop);
  const secrets = await keepSecrets(config);
  const { ownerUrl, appUrl: databaseUrl } = database;
  if (await wantsDemo(database, config)) await seedDemo({ ownerUrl, config, secrets, now });

  const site = buildSite({ databaseUrl, config, secrets, log, now });
  onStop(site.close);
  await site.prepare();
  if (config.WORKER === 'on') {
    const { db, perform, embedder, replying } = site;
    const transport = transportFor(config);
    const worker = await startWorker({
      ...{ databaseUrl, db, perform, now, transport, log, embedder },
    });
    onStop(worker.stop);
    const inbox = await listenAsSet(config, { ...replying, db, perform, now, log });
    onStop(inbox.stop);
  }
  const server = await serve(site, config);
  onStop(server.drain);
  process.stdout.write(`\n  ${config.SITE_NAME} is at ${server.url}\n${await signIns(site.db)}`);
});
