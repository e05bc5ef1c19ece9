import type { ChangedSetting, SettingName, Settings } from '../../site/settings.ts';
import type { Formats } from '../format.ts';
import { form, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';

/** The operator's settings, each with who last changed it. */
export type SettingsPage = { title: string; form: Form };

export function settingsPage(
  site: Settings,
  changes: readonly ChangedSetting[],
  { day }: Pick<Formats, 'day'>,
  errors?: FieldErrors,
  typed?: Typed,
): SettingsPage {
  const hint = (name: SettingName) => {
    const change = changes.find((one) => one.name === name);
    if (!change) return 'As set where the site was installed.';
    return `Last changed by ${change.changedBy ?? 'the system'} on ${day(change.changedAt)}.`;
  };
  const fields = LABELS.map(([name, label]) => ({
    ...{ name, label, value: site[name], hint: hint(name) },
    kind: name === 'supportNumber' ? ('tel' as const) : ('text' as const),
  }));
  const blank = { action: '/admin/settings', submit: 'Save', fields };
  return { title: 'Settings', form: form(blank, errors, typed) };
}

const LABELS: readonly (readonly [SettingName, string])[] = [
  ['name', 'Name of the community'],
  ['supportNumber', 'Number to ring'],
  ['openingHours', 'When somebody takes calls'],
  ['tagline', 'What the community is, in a line'],
];
