import { operatorOf } from '../build.ts';
import { readConfig } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { createLog } from '../log.ts';
import { reactions } from '../reactions/reactions.ts';
import type { runOnce } from '../run.ts';
import { readSettings } from '../site/settings.ts';
import { defaultsFrom } from '../web/live-site.ts';
import { performer } from '../work.ts';

type Run = Parameters<Parameters<typeof runOnce>[0]>;

/** What a command needs that goes through everything there is; closed when the command ends. */
export async function openEverything(onStop: Run[0], fail: Run[1], applicationName: string) {
  const config = readConfig(process.env);
  const database = await openDatabase({ config, log: createLog(config), onDeath: fail });
  onStop(database.stop);
  const db = connect(database.ownerUrl, { applicationName });
  onStop(() => db.destroy());
  const operator = operatorOf(config, await readSettings(db, defaultsFrom(config)));
  const perform = performer({ db, reactions, operator, now: () => new Date() });
  return { db, operator, perform };
}
