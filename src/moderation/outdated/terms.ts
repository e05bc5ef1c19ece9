import type { Knex } from 'knex';
import assert from 'node:assert/strict';

import { actingAdmin } from '../../members/acting-admin.ts';
import { Invalid } from '../../refusals.ts';
import { refuseOutside, setTerms, type Change, type TermsOf } from '../../terms.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { OutdatedTermRow } from '../rows.ts';

/** How many have to say that an answer no longer works; people and days. */
export type OutdatedTerms = TermsOf<OutdatedTermRow>;

/** The terms in force. */
export async function readOutdatedTerms(db: Knex): Promise<OutdatedTermRow> {
  const terms = await db('outdated_terms').orderBy('version', 'desc').first();
  assert(terms, 'the terms are made with their table');
  return terms;
}

/**
 * An admin sets the terms anew, for what is said from now on: what readers are told already stays.
 * Conflict if somebody did since they were read.
 */
export async function changeOutdatedTerms(
  work: Work,
  values: OutdatedTerms,
  change: Change,
): Promise<void> {
  actingAdmin(work);
  refuseOutside(values, BOUNDS);
  if (values.members_old > values.members) {
    throw new Invalid({ members_old: 'An old answer takes no more members than a new one.' });
  }
  const now = await readOutdatedTerms(work.trx);
  const version = await setTerms(work, {
    ...{ now, values, change },
    write: (row) =>
      work.trx('outdated_terms').insert(row).onConflict('version').ignore().returning('version'),
  });
  const subject = `outdated:${String(version)}`;
  await logAct(work, { act: 'outdated-terms-changed', subject, reason: change.reason });
}

const BOUNDS: Record<keyof OutdatedTerms, readonly [number, number]> = {
  members: [1, 100],
  old_days: [1, 3650],
  members_old: [1, 100],
  readers: [1, 1000],
  listened_days: [1, 365],
};
