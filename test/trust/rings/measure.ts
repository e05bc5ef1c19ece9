import { generate } from '#seeds/volume/generate.ts';
import type { PlantedRing } from '#seeds/volume/planted.ts';
import { connect } from '#src/db/connect.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { weighEverybody } from '#src/trust/rings/weigh-everybody.ts';
import { performer } from '#src/work.ts';
import { freshDatabase } from '#test/support/cluster.ts';
import { operator } from '#test/support/domain.ts';

/** How well the rings of one planted community were found, in members. */
export type Measured = {
  seed: number;
  planted: number;
  suspected: number;
  /** Members of rings among the suspected. */
  right: number;
  recall: number;
  precision: number;
  kinds: { kind: string; planted: number; found: number }[];
};

export const PLANTED = { members: 5_000, acceptances: 40_000 };
const UNTIL = new Date('2026-01-15T12:00:00Z');

/**
 * Plants a community of a seed in a database of its own, in the site's own tables, lets the nightly
 * pass weigh it, and compares who is in a case with who was planted.
 */
export async function measureRings(seed: number, size = PLANTED): Promise<Measured> {
  const { ownerUrl, appUrl, drop } = await freshDatabase();
  const owner = connect(ownerUrl, { pool: { min: 1, max: 1 } });
  const db = connect(appUrl, { pool: { min: 0, max: 4 } });
  try {
    const { currency, timeZone } = operator;
    const history = { ...size, seed, until: UNTIL, currency, timeZone, rings: true };
    const { rings } = await generate(owner, history);
    await weighEverybody(db, performer({ db, reactions, operator, now: () => UNTIL }));
    const suspected = await db('fraud_case_members').distinct().pluck('member_id');
    return compare(seed, rings, new Set<number>(suspected));
  } finally {
    await Promise.all([owner.destroy(), db.destroy()]);
    await drop();
  }
}

function compare(seed: number, rings: PlantedRing[], suspected: Set<number>): Measured {
  const planted = rings.flatMap(({ members }) => members);
  const right = planted.filter((member) => suspected.has(member)).length;
  const kinds = [...new Set(rings.map(({ kind }) => kind))].map((kind) => {
    const members = rings.filter((ring) => ring.kind === kind).flatMap((ring) => ring.members);
    const found = members.filter((member) => suspected.has(member)).length;
    return { kind, planted: members.length, found };
  });
  return {
    ...{ seed, planted: planted.length, suspected: suspected.size, right, kinds },
    recall: right / planted.length,
    precision: right / suspected.size,
  };
}
