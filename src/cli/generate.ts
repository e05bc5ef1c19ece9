import { parseArgs } from 'node:util';

import { generate } from '../../seeds/volume/generate.ts';
import { readConfig, type Config } from '../config.ts';
import { connect } from '../db/connect.ts';
import { openDatabase } from '../db/open.ts';
import { createLog } from '../log.ts';
import { runOnce } from '../run.ts';

const USAGE = `Usage: npm run generate -- --members 50000 --acceptances 1000000 [--seed 1] [--rings]`;

/** `npm run generate -- …`: a community at volume, into an empty database and never in production. */
await runOnce(async (onStop, fail) => {
  const asked = readArguments(process.argv.slice(2));
  const config = readConfig(process.env);
  if (config.NODE_ENV === 'production') throw new Error('Nothing is generated in production.');
  const database = await openDatabase({ config, log: createLog(config), onDeath: fail });
  onStop(database.stop);
  const name = 'goodline generate';
  const owner = connect(database.ownerUrl, { pool: { min: 1, max: 1 }, applicationName: name });
  onStop(() => owner.destroy());
  if (await owner('members').first('id')) {
    throw new Error('Nothing was generated: there are members already. Name an empty database.');
  }
  const { rings } = await generate(owner, { ...asked, ...placeOf(config), until: new Date() });
  const { members, acceptances } = asked;
  const ringed = rings.length > 0 ? `, ${String(rings.length)} rings among them` : '';
  process.stdout.write(
    `Generated ${String(members)} members${ringed}, and ${String(acceptances)} acceptances.\n`,
  );
});

function readArguments(args: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    members: text,
    acceptances: text,
    seed: text,
    rings: { type: 'boolean' },
  } as const;
  const { values } = parse(() => parseArgs({ args, options }));
  const [members, acceptances] = [Number(values.members), Number(values.acceptances)];
  const seed = Number(values.seed ?? '1');
  const rings = values.rings ?? false;
  const least = rings ? 1_000 : 20;
  if (!Number.isSafeInteger(seed) || !(members >= least) || !(acceptances >= 1)) {
    throw new Error(USAGE);
  }
  return { members: Math.trunc(members), acceptances: Math.trunc(acceptances), seed, rings };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(USAGE, { cause: error });
  }
}

function placeOf({ CURRENCY: currency, TIME_ZONE: timeZone }: Config) {
  return { currency, timeZone };
}
