import type { SettingValues } from '../../../moderation/governance/settings.ts';
import type { GovernanceSettingRow } from '../../../moderation/rows.ts';
import { form, type Field, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { GOVERNANCE, governanceTabs } from './area.ts';

/** The thresholds of the dial, with who set them last, and every change before. */
export type ThresholdsPage = { title: string; tabs: Tabs; form: Form; history: HistoryLine[] };

type HistoryLine = { version: number; at: Date; by: string; reason: string };

export function thresholdsPage(
  history: readonly (GovernanceSettingRow & { actor: string | null })[],
  errors?: FieldErrors,
  typed?: Typed,
): ThresholdsPage {
  const now = history[0];
  const fields: Field[] = LABELS.map(([name, label, hint]) => ({
    ...{ name, label, hint, value: String(now?.[name] ?? '') },
  }));
  const why: Field = { name: 'reason', label: 'Why they change', kind: 'long' };
  const blank = {
    ...{ action: `${GOVERNANCE}/settings`, submit: 'Set the thresholds' },
    ...{ fields: [...fields, why], hidden: { version: String(now?.version ?? 0) } },
  };
  return {
    title: 'Thresholds of the dial',
    tabs: governanceTabs('thresholds'),
    form: form(blank, errors, typed),
    history: history.map(({ version, changed_at, actor, reason }) => ({
      ...{ version, reason, at: changed_at, by: actor ?? 'As delivered' },
    })),
  };
}

const LABELS: readonly (readonly [keyof SettingValues, string, string])[] = [
  ['window_size', 'Double audits that count', 'The last so many of a topic.'],
  ['qualify_count', 'Double audits to qualify', 'For the community to decide.'],
  [
    'qualify_error_permille',
    'Error to qualify, in thousandths',
    'At most; the upper bound of a 95 % interval. 20 is 2 %.',
  ],
  ['qualify_kappa_percent', 'Kappa to qualify, in hundredths', 'At least. 60 is 0.6.'],
  ['keep_error_permille', 'Error to stay the community’s, in thousandths', 'Falls to mixed above.'],
  ['keep_kappa_percent', 'Kappa to stay the community’s, in hundredths', 'Falls to mixed below.'],
  ['mixed_count', 'Double audits before mixed can fail', 'Fewer say nothing yet.'],
  ['mixed_error_permille', 'Error to stay mixed, in thousandths', 'Falls to staff above.'],
  ['mixed_kappa_percent', 'Kappa to stay mixed, in hundredths', 'Falls to staff below.'],
  ['sample_percent', 'Stewards’ decisions that staff check, in percent', 'Every fail besides.'],
  ['steward_hours', 'Hours that an answer waits for stewards', 'Then staff decide it.'],
  ['partner_count', 'Acceptances that make two people partners', 'A steward then keeps out.'],
  ['partner_days', 'Within how many days', ''],
  ['steward_passed', 'Checked answers passed to be invited', 'Of a Guide’s own.'],
  ['steward_share_percent', 'Share of them that has to pass, in percent', ''],
];
