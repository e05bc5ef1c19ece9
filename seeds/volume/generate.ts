import type { Knex } from 'knex';

import { foldTotals } from '../../src/ledger/totals.ts';
import { sealTransfers } from '../../src/ledger/seal.ts';
import { DAYS, honest, type Happened } from './honest.ts';
import { FORUM, WAITING } from './load-forum.ts';
import { LEDGER } from './load-ledger.ts';
import { REWARDS } from './load-rewards.ts';
import { plant, type Planted } from './planted.ts';
import { randomFrom } from './random.ts';

export type Volume = {
  members: number;
  acceptances: number;
  seed: number;
  /** When the generated history ends. */
  until: Date;
  /** ISO 4217, and the IANA name of the zone in which months begin. */
  currency: string;
  timeZone: string;
  /** Whether rings, and members who look like them, are planted among the honest. */
  rings?: boolean;
  /** Answered questions that nobody has accepted an answer of yet. */
  open?: number;
};

/**
 * Fills an empty database with a community at volume, by statements of many rows: the same for the
 * same seed and end. It acts as the owner of the tables, with their triggers off, and leaves what
 * the commands would have left: every constraint holds, and the books can be verified.
 */
export async function generate(owner: Knex, volume: Volume): Promise<Planted> {
  const random = randomFrom(volume.seed);
  const planted = volume.rings
    ? plant(random, volume.members)
    : { rings: [], happened: [], devices: [] };
  const run = runner(owner, volume);
  await run('set session_replication_role = replica');
  try {
    await run(STAGE);
    await stage(owner, planted.happened, 0);
    const { length } = planted.happened;
    for (let done = length; done < volume.acceptances; done += BATCH) {
      const many = Math.min(BATCH, volume.acceptances - done);
      await stage(
        owner,
        times(many, () => honest(random, volume.members)),
        done,
      );
    }
    await stage(
      owner,
      times(volume.open ?? 0, () => honest(random, volume.members)),
      null,
    );
    for (const script of [FORUM, REWARDS, LEDGER, WAITING]) await run(script);
    await shareDevices(owner, planted.devices, volume.until);
  } finally {
    await run('set session_replication_role = origin');
  }
  await run('vacuum analyze');
  await sealTransfers(owner);
  await foldTotals(owner);
  return planted;
}

const BATCH = 20_000;

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

const STAGE = `
  create temporary table happened (
    asker int not null, author int not null, asked float not null, answered float not null,
    accepted float not null, stands boolean not null)`;

/** Null where nobody accepts. */
async function stage(owner: Knex, all: Happened[], done: number | null): Promise<void> {
  const column = (name: keyof Happened) => all.map((one) => one[name]);
  await owner.raw(
    `insert into happened
     select *, :stands from unnest(:askers::int[], :authors::int[], :asked::float[],
                                   :answered::float[], :accepted::float[])`,
    {
      ...{ askers: column('asker'), authors: column('author'), asked: column('asked') },
      ...{ answered: column('answered'), accepted: column('accepted'), stands: done !== null },
    },
  );
}

const shareDevices = (owner: Knex, devices: number[][], until: Date) =>
  owner.raw(
    `insert into member_devices (member_id, device_key, first_seen, last_seen)
     select distinct member, encode(sha256(convert_to('generated:' || device, 'UTF8')), 'hex'),
            :until::timestamptz, :until::timestamptz
       from unnest(:members::int[], :devices::int[]) as shared (member, device)`,
    {
      members: devices.flat(),
      devices: devices.flatMap((members, nth) => members.map(() => nth)),
      until,
    },
  );

/** Runs statements one by one, with what they name by a colon written out. */
function runner(owner: Knex, { members, until, currency, timeZone }: Volume) {
  const begins = new Date(until.getTime() - DAYS * 86_400_000);
  const values: Record<string, string> = {
    ...{ members: String(members), currency: `'${currency}'`, timeZone: `'${timeZone}'` },
    begins: `'${begins.toISOString()}'::timestamptz`,
    until: `'${until.toISOString()}'::timestamptz`,
  };
  const named = /(?<!:):(members|begins|until|currency|timeZone)\b/g;
  return async (script: string) => {
    for (const sql of script.split(/;\n/)) {
      await owner.raw(sql.replaceAll(named, (_, name: string) => values[name] ?? ''));
    }
  };
}
