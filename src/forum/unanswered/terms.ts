import type { Knex } from 'knex';
import assert from 'node:assert/strict';

import { actingAdmin } from '../../members/acting-admin.ts';
import { Invalid } from '../../refusals.ts';
import { refuseOutside, setTerms, type Change, type TermsOf } from '../../terms.ts';
import type { Work } from '../../work.ts';
import type { UnansweredTermRow } from '../rows.ts';

/** When an unanswered question is offered to whom, and how many people are asked. */
export type UnansweredTerms = TermsOf<UnansweredTermRow>;

/** The terms in force. */
export async function readUnansweredTerms(db: Knex): Promise<UnansweredTermRow> {
  const terms = await db('unanswered_terms').orderBy('version', 'desc').first();
  assert(terms, 'the terms are made with their table');
  return terms;
}

/** An admin sets them anew, also for what waits already. Conflict if somebody did since. */
export async function changeUnansweredTerms(
  work: Work,
  values: UnansweredTerms,
  change: Change,
): Promise<void> {
  actingAdmin(work);
  refuseOutside(values, BOUNDS);
  if (values.staff_after_hours * 60 <= values.experts_after_minutes) {
    throw new Invalid({ staff_after_hours: 'Our team comes after those who know the topic.' });
  }
  const now = await readUnansweredTerms(work.trx);
  const version = await setTerms(work, {
    ...{ now, values, change },
    write: (row) =>
      work.trx('unanswered_terms').insert(row).onConflict('version').ignore().returning('version'),
  });
  await work.record('unanswered terms changed', { version, reason: change.reason });
}

const BOUNDS: Record<keyof UnansweredTerms, readonly [number, number]> = {
  experts_after_minutes: [5, 10_080],
  staff_after_hours: [1, 720],
  experts_most: [0, 20],
  daily_most: [1, 20],
};
