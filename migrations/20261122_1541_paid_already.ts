import type { Knex } from 'knex';

/** Merged questions can have two askers accept one answer: it is paid for once. */
export const up = (db: Knex) => db.raw(refusalsAre([...KNOWN, 'paid-already']));

export const down = (db: Knex) => db.raw(refusalsAre(KNOWN, 'not valid'));

const KNOWN = [
  ...['own-question', 'staff', 'pair-limit', 'monthly-cap', 'daily-cap', 'sanctioned', 'copy'],
];

const refusalsAre = (words: string[], valid = '') =>
  ['rewards', 'rule_shadow_refusals']
    .map(
      (table) => `
        alter table ${table}
          drop constraint ${table}_refusal_is_known,
          add constraint ${table}_refusal_is_known
            check (refusal in (${words.map((word) => `'${word}'`).join(', ')})) ${valid};`,
    )
    .join('');
