import type { Knex } from 'knex';

import { Invalid, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { MemberRow } from '../members/rows.ts';

/** The operator's own words that every page may show. */
export type Settings = {
  readonly name: string;
  readonly supportNumber: string;
  /** When somebody takes calls. */
  readonly openingHours: string;
  /** What the community is, under the headline of the home page. */
  readonly tagline: string;
};

export type SettingName = keyof Settings;

export type ChangedSetting = { name: SettingName; changedBy: string | null; changedAt: Date };

/** What an admin has set, over the defaults. */
export async function readSettings(db: Knex, defaults: Settings): Promise<Settings> {
  const rows = await db('site_settings').select('name', 'value');
  const set = new Map(rows.map(({ name, value }) => [name, value]));
  const value = (name: SettingName) => set.get(columnOf[name]) ?? defaults[name];
  return {
    name: value('name'),
    supportNumber: value('supportNumber'),
    openingHours: value('openingHours'),
    tagline: value('tagline'),
  };
}

/** Who last changed each setting, and when; nothing for those that nobody has changed. */
export async function readSettingChanges(db: Knex): Promise<ChangedSetting[]> {
  const { rows } = await db.raw<{ rows: ChangeRow[] }>(
    `select s.name, s.changed_at, m.name as member
       from site_settings s left join members m on m.id = s.changed_by`,
  );
  return settingNames.flatMap((name) => {
    const row = rows.find((one) => one.name === columnOf[name]);
    return row ? [{ name, changedBy: row.member, changedAt: row.changed_at }] : [];
  });
}

/** Sets what differs from what is shown now, in an admin's name. */
export async function changeSettings(work: Work, wanted: Settings, shown: Settings): Promise<void> {
  const admin = actingMember(work);
  if (!mayChangeSettings(admin)) throw new NotAllowed('Only an admin can change the settings.');
  const clean = cleanSettings(wanted);
  for (const name of settingNames.filter((one) => clean[one] !== shown[one])) {
    const change = { value: clean[name], changed_by: admin.id, changed_at: work.at };
    await work
      .trx('site_settings')
      .insert({ name: columnOf[name], ...change })
      .onConflict('name')
      .merge(change);
  }
}

/** The settings without white space around them; Invalid where one makes no sense. */
function cleanSettings(wanted: Settings): Settings {
  const clean = Object.fromEntries(
    settingNames.map((name) => [name, wanted[name].replaceAll(/\s+/g, ' ').trim()]),
  ) as Settings;
  const errors = settingNames.flatMap((name) => {
    const { fits, says } = RULES[name];
    return fits.test(clean[name]) ? [] : [[name, says] as const];
  });
  if (errors.length > 0) throw new Invalid(Object.fromEntries(errors));
  return clean;
}

const RULES: Readonly<Record<SettingName, { fits: RegExp; says: string }>> = {
  name: { fits: /^.{2,40}$/u, says: 'A name has 2 to 40 characters.' },
  supportNumber: { fits: /^\+?\d[\d ]{1,18}$/, says: 'Enter a telephone number.' },
  openingHours: { fits: /^.{2,100}$/u, says: 'Say when somebody takes calls, in 100 characters.' },
  tagline: { fits: /^.{2,160}$/u, says: 'Say what the community is, in 160 characters.' },
};

/** Admins look after the settings. */
export const mayChangeSettings = ({ role }: Pick<MemberRow, 'role'>) => role === 'admin';

type ChangeRow = { name: string; changed_at: Date; member: string | null };

const columnOf = {
  name: 'site_name',
  supportNumber: 'support_number',
  openingHours: 'opening_hours',
  tagline: 'tagline',
} as const satisfies Record<SettingName, string>;

const settingNames = Object.keys(columnOf) as SettingName[];
