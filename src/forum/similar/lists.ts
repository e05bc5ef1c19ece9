import type { Knex } from 'knex';

import type { LikenessListId } from '../rows.ts';
import { nearness, unpacked, type Place } from './places.ts';

export type List = { id: LikenessListId; centre: Place };

/** The lists of a model, kept in memory and read again when one was added. */
export type Lists = (db: Knex, model: string) => Promise<readonly List[]>;

/** Lists only ever grow in number, and a centre only moves when its list is split. */
export function createLists(): Lists {
  let kept: { model: string; newest: number; lists: readonly List[] } | undefined;
  return async (db, model) => {
    const newest = await readNewest(db, model);
    if (kept?.model !== model || kept.newest !== newest) {
      kept = { model, newest, lists: await readLists(db, model) };
    }
    return kept.lists;
  };
}

/** The lists of a model as they are now. */
export async function readLists(db: Knex, model: string): Promise<List[]> {
  const rows = await db('likeness_lists').where({ model }).orderBy('id').select('id', 'centre');
  return rows.map(({ id, centre }) => ({ id, centre: unpacked(centre) }));
}

/** The lists whose middle is nearest to a place, the nearest first. */
export const nearestLists = (lists: readonly List[], place: Place, count: number): List[] =>
  lists
    .map((list) => ({ list, near: nearness(list.centre, place) }))
    .sort((one, other) => other.near - one.near)
    .slice(0, count)
    .map(({ list }) => list);

async function readNewest(db: Knex, model: string): Promise<number> {
  const row = await db('likeness_lists').where({ model }).orderBy('id', 'desc').first('id');
  return row?.id ?? 0;
}
