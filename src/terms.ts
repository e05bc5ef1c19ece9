import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';

import { Conflict, Invalid } from './refusals.ts';
import { actorId, type Work } from './work.ts';

/** What a person changes terms with: why, and the version that they had in front of them. */
export type Change = { reason: string; version: number };

/** What each version of terms says besides them; the highest holds. */
type Version = Change & { changed_by: ReturnType<typeof actorId>; changed_at: Date };

/** The terms themselves of a version as it is kept. */
export type TermsOf<Row extends Version> = Omit<Row, keyof Version>;

type Setting<Values extends object> = {
  now: Values & Pick<Version, 'version'>;
  values: Values;
  change: Change;
  /** Writes a version, and nothing where there is one of that number; answers with what it wrote. */
  write: (version: Values & Version) => PromiseLike<readonly object[]>;
};

/**
 * Sets terms anew from now on, as a version of its own, and answers with its number. Conflict if
 * somebody did since they were read; Invalid at the first of them where nothing differs.
 */
export async function setTerms<Values extends object>(
  work: Work,
  { now, values, change, write }: Setting<Values>,
): Promise<number> {
  if (now.version !== change.version) throw overtaken();
  const names = Object.keys(values) as (keyof Values)[];
  if (names.every((name) => isDeepStrictEqual(now[name], values[name]))) {
    throw new Invalid({ [String(names[0])]: 'Nothing differs from what is in force.' });
  }
  const version = change.version + 1;
  const set = { version, reason: change.reason, changed_by: actorId(work), changed_at: work.at };
  const written = await write({ ...values, ...set });
  if (written.length === 0) throw overtaken();
  return version;
}

/** Refuses what is outside its bounds, both of them included: what the database checks, in words. */
export function refuseOutside<Name extends string>(
  values: Readonly<Record<Name, number>>,
  bounds: Readonly<Record<Name, readonly [number, number]>>,
): void {
  const names = Object.keys(bounds) as Name[];
  const errors = names.flatMap((name) => {
    const [least, most] = bounds[name];
    if (values[name] >= least && values[name] <= most) return [];
    return [[name, `Give a number from ${String(least)} to ${count.format(most)}.`] as const];
  });
  if (errors.length > 0) throw new Invalid(Object.fromEntries(errors));
}

/** Every version of a table's terms, the newest first, with the name of who set it. */
export async function readVersions<Row>(
  db: Knex,
  table:
    | ('governance_settings' | 'steward_undertakings' | 'silent_terms' | 'outdated_terms')
    | ('case_promises' | 'unanswered_terms'),
): Promise<(Row & { actor: string | null })[]> {
  const { rows } = await db.raw<{ rows: (Row & { actor: string | null })[] }>(
    `select t.*, m.name as actor
       from ?? t left join members m on m.id = t.changed_by
      order by t.version desc`,
    [table],
  );
  return rows;
}

const overtaken = () =>
  new Conflict('Somebody else has changed this meanwhile. Look at theirs first.');

const count = new Intl.NumberFormat('en-GB');
