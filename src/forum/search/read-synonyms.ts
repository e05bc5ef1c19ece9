import type { Knex } from 'knex';

import type { SynonymGroupId, SynonymGroupRow } from '../rows.ts';
import type { Group } from './synonyms.ts';

/** As many groups as search looks through. */
export const MOST_GROUPS = 500;

export type SynonymGroup = Pick<SynonymGroupRow, 'id' | 'terms'>;

/** The groups by their first term. */
export const listSynonyms = (db: Knex): Promise<SynonymGroup[]> =>
  db('synonym_groups')
    .where({ dropped_at: null })
    .orderByRaw('lower(terms[1]), id')
    .limit(MOST_GROUPS)
    .select('id', 'terms');

/** What search takes for the same. */
export const readSynonyms = async (db: Knex): Promise<Group[]> =>
  (await listSynonyms(db)).map(({ terms }) => terms);

/** One of them; undefined where it is not there, or no longer. */
export const findSynonyms = (db: Knex, id: SynonymGroupId): Promise<SynonymGroup | undefined> =>
  db('synonym_groups').where({ id, dropped_at: null }).first('id', 'terms');
