import type { Knex } from 'knex';

import type { Perform } from '../../work.ts';
import type { QuestionId } from '../rows.ts';
import type { Matcher } from '../similar/find-similar.ts';
import { unpacked } from '../similar/places.ts';
import { findSame } from '../similar/same.ts';
import { visible } from '../visible.ts';
import { keepPairs, type Compared } from './keep-pairs.ts';

/** How many are compared before anything of it is kept. */
const BATCH = 16;

/** Days: what was solved longer ago is only met from the side of a newer question. */
const RECENT = 90;

type Needs = { matcher: Matcher; now: Date; isOver?: () => boolean };

/**
 * Compares each title that was learned anew with all others, and keeps the pairs that likely ask
 * the same, for a moderator to look at; says how many were compared. What was solved long ago is
 * passed over. Two runs at once do no harm, and `isOver` ends one early.
 */
export async function findPairs(
  db: Knex,
  perform: Perform,
  { matcher, now, isOver = () => false }: Needs,
): Promise<number> {
  const since = new Date(now.getTime() - RECENT * 86_400_000);
  let compared = 0;
  while (!isOver()) {
    const due = await readUnpaired(db, since);
    const pairs = await compareEach(db, matcher, due);
    const kept = pairs.length > 0 ? await perform('system', (work) => keepPairs(work, pairs)) : 0;
    if (kept === 0) break;
    compared += kept;
  }
  return compared;
}

type Unpaired = { id: QuestionId; title: string; place: Buffer | null; matters: boolean };

async function readUnpaired(db: Knex, since: Date): Promise<Unpaired[]> {
  const { rows } = await db.raw<{ rows: Unpaired[] }>(
    `select l.question_id as id, l.title, l.place,
            ${visible.question} and (q.state = 'open' or q.asked_at > :since) as matters
       from likeness l join questions q on q.id = l.question_id
      where not l.paired
      order by l.question_id desc limit :limit`,
    { since, limit: BATCH },
  );
  return rows;
}

async function compareEach(db: Knex, matcher: Matcher, due: readonly Unpaired[]) {
  const pairs: Compared[] = [];
  for (const { id, title, place, matters } of due) {
    const wanted = { text: title, place: place && unpacked(place) };
    pairs.push({ id, title, alike: matters ? await findSame(db, matcher, id, wanted) : [] });
  }
  return pairs;
}
