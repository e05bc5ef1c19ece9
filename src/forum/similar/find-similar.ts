import type { Knex } from 'knex';

import type { QuestionId } from '../rows.ts';
import { visible } from '../visible.ts';
import type { Embedder } from './embedder.ts';
import { foldedWords, stemOf } from './fold.ts';
import { nearestLists, type Lists } from './lists.ts';
import { unpacked } from './places.ts';
import { readKnown } from './read-words.ts';
import { rank, type Candidate, type Scored, type Wanted } from './score.ts';
import { mendSpelling } from './spelling.ts';

/** What finds similar questions; without an embedder, by their letters alone. */
export type Matcher = { embedder: Embedder | undefined; lists: Lists };

/** How many lists are read: four find what all of them would in all but one of a hundred. */
const LISTS = 4;

/** How many questions the rare words of a text may bring, all in all. */
const BY_WORDS = 300;

/**
 * The questions that most likely ask what this text asks, the best first, that readers can see.
 * Slips in spelling are mended. What it reads is bounded, however many questions there are.
 */
export async function findSimilar(
  db: Knex,
  { embedder, lists }: Matcher,
  text: string,
  limit = 5,
): Promise<Scored<QuestionId>[]> {
  const known = await readKnown(db, text);
  const mended = mendSpelling(text, known);
  const [place] = (await embedder?.place([mended])) ?? [];
  const wanted: Wanted = { text: mended, place: place ?? null };
  const near =
    embedder && place ? nearestLists(await lists(db, embedder.model), place, LISTS) : [];
  const candidates = await readCandidates(db, {
    lists: near.map(({ id }) => id),
    words: await rarestWords(db, mended),
  });
  return rank(wanted, candidates, limit);
}

type Sources = { lists: number[]; words: string[] };

type Row = { id: QuestionId; title: string; place: Buffer | null };

async function readCandidates(db: Knex, sources: Sources): Promise<Candidate<QuestionId>[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(CANDIDATES, { ...sources, most: BY_WORDS });
  return rows.map(({ place, ...row }) => ({ ...row, place: place && unpacked(place) }));
}

const CANDIDATES = `
  with found as (
    select question_id from likeness where list_id = any(:lists::int[])
    union
    (select question_id from likeness where words && :words::text[]
      order by question_id desc limit :most))
  select l.question_id as id, l.title, l.place
    from found
    join likeness l using (question_id)
    join questions q on q.id = l.question_id
   where ${visible.question}`;

/** A text's stems that stand in the fewest titles, as many as bring no more than can be compared. */
async function rarestWords(db: Knex, text: string): Promise<string[]> {
  const stems = [...new Set(foldedWords(text).map(stemOf))];
  const counted = await db('likeness_words')
    .whereIn('stem', stems)
    .groupBy('stem')
    .orderByRaw('sum(questions), stem')
    .select<{ stem: string; questions: bigint }[]>('stem', db.raw('sum(questions) as questions'));
  let brought = 0n;
  return counted
    .filter(({ questions }, at) => {
      brought += questions;
      return at === 0 || brought <= BigInt(BY_WORDS);
    })
    .map(({ stem }) => stem);
}
