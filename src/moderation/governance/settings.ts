import type { Knex } from 'knex';
import assert from 'node:assert/strict';

import { Invalid } from '../../refusals.ts';
import { refuseOutside, setTerms, type Change, type TermsOf } from '../../terms.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { GovernanceSettingRow } from '../rows.ts';
import { actingGovernor } from './permissions.ts';

/** The numbers that staff can change, all of them whole. */
export type SettingValues = TermsOf<GovernanceSettingRow>;

/** The thresholds in force. */
export async function readSettings(db: Knex): Promise<GovernanceSettingRow> {
  const row = await db('governance_settings').orderBy('version', 'desc').first();
  assert(row, 'the thresholds were set when the dial was made');
  return row;
}

/** Sets the thresholds anew, for a reason; Conflict if somebody did since they were read. */
export async function changeSettings(
  work: Work,
  values: SettingValues,
  change: Change,
): Promise<void> {
  actingGovernor(work);
  refuseOutside(values, BOUNDS);
  refuseUnsteady(values);
  const now = await readSettings(work.trx);
  const version = await setTerms(work, {
    ...{ now, values, change },
    write: (row) =>
      work
        .trx('governance_settings')
        .insert(row)
        .onConflict('version')
        .ignore()
        .returning('version'),
  });
  const subject = `settings:${String(version)}`;
  await logAct(work, { act: 'governance-settings', subject, reason: change.reason });
}

function refuseUnsteady(values: SettingValues): void {
  if (values.qualify_count > values.window_size) {
    throw new Invalid({ window_size: 'The window has to hold what a topic needs to qualify.' });
  }
  if (values.keep_error_permille < values.qualify_error_permille) {
    throw new Invalid({ keep_error_permille: STEADY });
  }
  if (values.mixed_error_permille < values.keep_error_permille) {
    throw new Invalid({ mixed_error_permille: STEADY });
  }
  if (values.keep_kappa_percent > values.qualify_kappa_percent) {
    throw new Invalid({ keep_kappa_percent: STEADY });
  }
  if (values.mixed_kappa_percent > values.keep_kappa_percent) {
    throw new Invalid({ mixed_kappa_percent: STEADY });
  }
}

const STEADY = 'A mode is kept at worse figures than it is won at, or the dial would flap.';

const BOUNDS: Record<keyof SettingValues, readonly [number, number]> = {
  window_size: [50, 5000],
  qualify_count: [50, 5000],
  qualify_error_permille: [1, 200],
  qualify_kappa_percent: [0, 100],
  keep_error_permille: [1, 500],
  keep_kappa_percent: [0, 100],
  mixed_count: [20, 5000],
  mixed_error_permille: [1, 1000],
  mixed_kappa_percent: [0, 100],
  sample_percent: [1, 100],
  steward_hours: [1, 168],
  partner_count: [1, 100],
  partner_days: [1, 730],
  steward_passed: [1, 100_000],
  steward_share_percent: [50, 100],
};
