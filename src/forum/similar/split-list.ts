import assert from 'node:assert/strict';

import type { Work } from '../../work.ts';
import type { LikenessListId, QuestionId } from '../rows.ts';
import { middleOf, nearness, packed, unpacked, type Place } from './places.ts';

/** Two lists are read where one had this many. */
const LONGEST = 240;

/** How often both middles are moved to where their places are: more changes next to nothing. */
const ROUNDS = 6;

/** Splits a list in two as often as it takes until none of them is too long. */
export async function splitIfLong(work: Work, id: LikenessListId): Promise<void> {
  const list = await work.trx('likeness_lists').where({ id }).first();
  assert(list, 'a question is put in a list that is there');
  if (list.size <= LONGEST) return;
  const members = await readMembers(work, id);
  const { centres, away } = halve(members);
  const [other] = await work
    .trx('likeness_lists')
    .insert({ model: list.model, centre: packed(centres[1]), size: away.length })
    .returning('id');
  assert(other, 'the list was written');
  await work
    .trx('likeness_lists')
    .where({ id })
    .update({ centre: packed(centres[0]), size: members.length - away.length });
  await work.trx('likeness').whereIn('question_id', away).update({ list_id: other.id });
  await splitIfLong(work, id);
  await splitIfLong(work, other.id);
}

type Member = { id: QuestionId; place: Place };

async function readMembers(work: Work, list_id: LikenessListId): Promise<Member[]> {
  const rows = await work.trx('likeness').where({ list_id }).select('question_id', 'place');
  return rows.flatMap(({ question_id, place }) =>
    place ? [{ id: question_id, place: unpacked(place) }] : [],
  );
}

/**
 * Lloyd's algorithm for two middles, begun at two places that are far from each other. Where all
 * are in one place, any half will do: a list must not grow with how often the same is asked.
 */
function halve(members: readonly Member[]): { centres: [Place, Place]; away: QuestionId[] } {
  const [first] = members;
  assert(first, 'a long list has members');
  const far = farthestFrom(first.place, members);
  let centres: [Place, Place] = [farthestFrom(far, members), far];
  let sides = sidesOf(members, centres);
  for (let round = 0; round < ROUNDS && hasBoth(sides); round += 1) {
    centres = [middle(sides[0]), middle(sides[1])];
    sides = sidesOf(members, centres);
  }
  const away = hasBoth(sides) ? sides[1] : members.slice(members.length >> 1);
  return { centres, away: away.map(({ id }) => id) };
}

const hasBoth = (sides: [Member[], Member[]]) => sides.every(({ length }) => length > 0);

const middle = (side: readonly Member[]) => middleOf(side.map(({ place }) => place));

const farthestFrom = (place: Place, members: readonly Member[]): Place =>
  members.reduce((far, one) =>
    nearness(one.place, place) < nearness(far.place, place) ? one : far,
  ).place;

function sidesOf(members: readonly Member[], [one, other]: [Place, Place]): [Member[], Member[]] {
  const isNear = ({ place }: Member) => nearness(place, one) >= nearness(place, other);
  return [members.filter(isNear), members.filter((member) => !isNear(member))];
}
