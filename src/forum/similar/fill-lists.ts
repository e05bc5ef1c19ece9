import assert from 'node:assert/strict';

import type { Work } from '../../work.ts';
import type { LikenessListId, QuestionId } from '../rows.ts';
import { nearestLists, readLists, type List } from './lists.ts';
import { packed, type Place } from './places.ts';
import { splitIfLong } from './split-list.ts';

type Filled = {
  of: ReadonlyMap<QuestionId, LikenessListId>;
  /** To be called once the places are written: splits the lists that have grown too long. */
  split: () => Promise<void>;
};

/** Chooses for each place the list whose middle is nearest; the first of a model begins one. */
export async function putInLists(
  work: Work,
  model: string,
  places: readonly { id: QuestionId; place: Place }[],
): Promise<Filled> {
  const [first] = places;
  if (!first) return { of: new Map(), split: () => Promise.resolve() };
  const known = await readLists(work.trx, model);
  const lists = known.length > 0 ? known : [await beginList(work, model, first.place)];
  const of = new Map(places.map(({ id, place }) => [id, nearestOf(lists, place)]));
  const grown = countEach([...of.values()]);
  await changeSizes(work, grown);
  const split = async () => {
    for (const [list] of grown) await splitIfLong(work, list);
  };
  return { of, split };
}

/** Takes places out of the lists that they were in. */
export const shrinkLists = (
  work: Work,
  gone: readonly { list_id: LikenessListId | null }[],
): Promise<void> =>
  changeSizes(
    work,
    countEach(gone.flatMap(({ list_id }) => (list_id === null ? [] : [list_id]))).map(
      ([id, count]) => [id, -count],
    ),
  );

async function beginList(work: Work, model: string, centre: Place): Promise<List> {
  const [list] = await work
    .trx('likeness_lists')
    .insert({ model, centre: packed(centre), size: 0 })
    .returning('id');
  assert(list, 'the list was written');
  return { id: list.id, centre };
}

function nearestOf(lists: readonly List[], place: Place): LikenessListId {
  const [nearest] = nearestLists(lists, place, 1);
  assert(nearest, 'there is a list');
  return nearest.id;
}

function countEach(ids: readonly LikenessListId[]): [LikenessListId, number][] {
  const counts = new Map<LikenessListId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts];
}

async function changeSizes({ trx }: Work, by: readonly [LikenessListId, number][]): Promise<void> {
  if (by.length === 0) return;
  await trx.raw(
    `update likeness_lists l set size = l.size + t.more
       from unnest(?::int[], ?::int[]) as t (id, more) where t.id = l.id`,
    [by.map(([id]) => id), by.map(([, more]) => more)],
  );
}
