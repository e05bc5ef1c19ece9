import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import { Invalid } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';

/** Everything at the desk that a key does, with the key that does it unless somebody chose another. */
export const USUAL_KEYS = {
  ...{ pass: 'a', fix: 'f', fail: 'r', private: 'p', ask: 'e', skip: 's', undo: 'u' },
  ...{
    next: 'j',
    previous: 'k',
    note: 'n',
    thread: 'o',
    guide: 'g',
    summary: 'i',
    score: 'm',
    help: '?',
  },
} as const;

export type DeskAction = keyof typeof USUAL_KEYS;

/** The key of each action; '' for each where somebody has switched the keys off. */
export type DeskKeys = Readonly<Record<DeskAction, string>>;

export const DESK_ACTIONS = Object.keys(USUAL_KEYS) as DeskAction[];

/** How somebody works at the desk. */
export type DeskSettings = { blind: boolean; keysOff: boolean; keys: DeskKeys };

export async function readDeskSettings(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
): Promise<DeskSettings> {
  const [settings, chosen] = await Promise.all([
    db('desk_settings').where({ member_id: id }).first(),
    db('desk_keys').where({ member_id: id }),
  ]);
  const own = Object.fromEntries(chosen.map(({ action, key }) => [action, key]));
  return {
    blind: settings?.blind ?? false,
    keysOff: settings?.keys_off ?? false,
    keys: { ...USUAL_KEYS, ...own },
  };
}

/** The keys as they stand on the page: none where they are switched off. */
export const keysInForce = ({ keysOff, keys }: DeskSettings): DeskKeys =>
  keysOff ? (Object.fromEntries(DESK_ACTIONS.map((action) => [action, ''])) as DeskKeys) : keys;

/** Somebody chooses their keys, or none; a key that is taken or has another meaning is Invalid. */
export async function chooseKeys(
  work: Work,
  { keysOff, keys }: Omit<DeskSettings, 'blind'>,
): Promise<void> {
  const { id: member_id } = actingMember(work);
  refuseMuddle(keys);
  await setDesk(work, { keys_off: keysOff });
  await work
    .trx('desk_keys')
    .insert(DESK_ACTIONS.map((action) => ({ member_id, action, key: keys[action] })))
    .onConflict(['member_id', 'action'])
    .merge();
}

/** Hides the names of authors from whoever decides, or shows them again. */
export const setBlind = (work: Work, blind: boolean) => setDesk(work, { blind });

async function setDesk(work: Work, changed: { blind: boolean } | { keys_off: boolean }) {
  const { id: member_id } = actingMember(work);
  await work
    .trx('desk_settings')
    .insert({ member_id, ...changed })
    .onConflict('member_id')
    .merge(changed);
}

/** Digits choose a reason; a slash leads to the search, and c to a new question. */
function refuseMuddle(keys: DeskKeys): void {
  const wrong = DESK_ACTIONS.flatMap((action) => {
    const key = keys[action];
    const twin = DESK_ACTIONS.find((other) => other !== action && keys[other] === key);
    if ([...key].length !== 1 || /[\s\dA-Z/]/.test(key)) {
      return [[`key-${action}`, 'Choose one letter or sign; digits and / have their meaning.']];
    }
    return twin ? [[`key-${action}`, 'Another action has this key.']] : [];
  });
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong) as Record<string, string>);
}
