import type { Knex } from 'knex';
import assert from 'node:assert/strict';

import { actingAdmin } from '../../members/acting-admin.ts';
import { refuseOutside, setTerms, type Change, type TermsOf } from '../../terms.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { SilentTermRow } from '../rows.ts';

/** When our team may accept for an asker, and how long they may object; days and points. */
export type SilentTerms = TermsOf<SilentTermRow>;

/** The terms in force. */
export async function readSilentTerms(db: Knex): Promise<SilentTermRow> {
  const terms = await db('silent_terms').orderBy('version', 'desc').first();
  assert(terms, 'the terms are made with their table');
  return terms;
}

/**
 * An admin sets the terms anew, for what is accepted from now on: who has been told of days to
 * object keeps those. Conflict if somebody did since they were read.
 */
export async function changeSilentTerms(
  work: Work,
  values: SilentTerms,
  change: Change,
): Promise<void> {
  actingAdmin(work);
  refuseOutside(values, BOUNDS);
  const now = await readSilentTerms(work.trx);
  const version = await setTerms(work, {
    ...{ now, values, change },
    write: (row) =>
      work.trx('silent_terms').insert(row).onConflict('version').ignore().returning('version'),
  });
  const subject = `silent:${String(version)}`;
  await logAct(work, { act: 'silent-terms-changed', subject, reason: change.reason });
}

const BOUNDS: Record<keyof SilentTerms, readonly [number, number]> = {
  quiet_days: [1, 365],
  objection_days: [1, 60],
  least_points: [1, 100],
  least_lead: [0, 100],
};
