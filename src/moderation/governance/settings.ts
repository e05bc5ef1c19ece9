import type { Knex } from 'knex';
import assert from 'node:assert/strict';

import { Conflict, Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { GovernanceSettingRow } from '../rows.ts';
import { actingGovernor } from './permissions.ts';

/** The numbers that staff can change, all of them whole. */
export type SettingValues = Omit<
  GovernanceSettingRow,
  'version' | 'reason' | 'changed_by' | 'changed_at'
>;

export const SETTING_NAMES = [
  ...(['window_size', 'qualify_count', 'qualify_error_permille', 'qualify_kappa_percent'] as const),
  ...(['keep_error_permille', 'keep_kappa_percent'] as const),
  ...(['mixed_count', 'mixed_error_permille', 'mixed_kappa_percent'] as const),
  ...(['sample_percent', 'steward_hours', 'partner_count', 'partner_days'] as const),
  ...(['steward_passed', 'steward_share_percent'] as const),
] satisfies (keyof SettingValues)[];

/** The thresholds in force. */
export async function readSettings(db: Knex): Promise<GovernanceSettingRow> {
  const row = await db('governance_settings').orderBy('version', 'desc').first();
  assert(row, 'the thresholds were set when the dial was made');
  return row;
}

/** Every version, the newest first, with who set it. */
export const readSettingsHistory = (
  db: Knex,
): Promise<(GovernanceSettingRow & { actor: string | null })[]> =>
  db('governance_settings')
    .leftJoin('members', 'members.id', 'governance_settings.changed_by')
    .orderBy('version', 'desc')
    .select('governance_settings.*', 'members.name as actor');

/** Sets the thresholds anew, for a reason; Conflict if somebody did since they were read. */
export async function changeSettings(
  work: Work,
  values: SettingValues,
  { reason, version }: { reason: string; version: number },
): Promise<void> {
  const actor = actingGovernor(work);
  refuseUnfit(values);
  const now = await readSettings(work.trx);
  if (now.version !== version) {
    throw new Conflict('Somebody else has changed the thresholds meanwhile. Look at theirs first.');
  }
  if (SETTING_NAMES.every((name) => now[name] === values[name])) {
    throw new Invalid({ qualify_count: 'Nothing differs from what is in force.' });
  }
  const change = { version: version + 1, reason, changed_by: actor.id, changed_at: work.at };
  await work.trx('governance_settings').insert({ ...values, ...change });
  const subject = `settings:${String(change.version)}`;
  await logAct(work, { act: 'governance-settings', subject, reason });
}

/** The same that the database checks, in words for whoever typed them. */
function refuseUnfit(values: SettingValues): void {
  const errors = Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const [least, most] = BOUNDS[name];
      if (values[name] >= least && values[name] <= most) return [];
      return [[name, `Give a number from ${String(least)} to ${String(most)}.`]];
    }),
  );
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  refuseUnsteady(values);
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
