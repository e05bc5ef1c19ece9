import type { Knex } from 'knex';

import type { QuestionId, TopicId } from '../rows.ts';
import { visible } from '../visible.ts';
import type { Embedder } from './embedder.ts';
import { foldedWords, stemOf } from './fold.ts';
import { nearestLists, type Lists } from './lists.ts';
import { unpacked } from './places.ts';
import { readKnown } from './read-words.ts';
import { likelyTopic } from './likely-topic.ts';
import { choose, nearest, type Candidate, type Scored, type Wanted } from './score.ts';
import { mendSpelling } from './spelling.ts';

/** What finds similar questions; without an embedder, by their letters alone. */
export type Matcher = { embedder: Embedder | undefined; lists: Lists };

/** How many lists are read: four find what all of them would in all but one of a hundred. */
const LISTS = 4;

/** How many questions the rare words of a text may bring, all in all: more where nothing else does. */
const BY_WORDS = { placed: 300, letters: 900 };

/** Questions that readers can see, the best first, and what the text is about if they tell. */
export type Found = { questions: Scored[]; topic: TopicId | undefined };

/**
 * The questions that most likely ask what this text asks, and the topic that it most likely belongs
 * to. Slips in spelling are mended. What it reads is bounded, however many questions there are.
 */
export async function findSimilar(
  db: Knex,
  matcher: Matcher,
  text: string,
  limit = 5,
): Promise<Found> {
  const mended = mendSpelling(text, await readKnown(db, text));
  const place = await matcher.embedder?.place(mended, 'page');
  const wanted = { text: mended, place: place ?? null };
  const near = nearest(wanted, await findCandidates(db, matcher, wanted));
  const topic = likelyTopic(near, wanted.place ? 'placed' : 'letters');
  return { questions: choose(near, limit), topic };
}

/** The questions that ask something like this one, by what was learned of it; none where nothing was. */
export async function findRelated(
  db: Knex,
  matcher: Matcher,
  id: QuestionId,
  limit = 5,
): Promise<Scored[]> {
  const wanted = await readLearned(db, id);
  return wanted ? choose(nearest(wanted, await findOthers(db, matcher, id, wanted)), limit) : [];
}

/** Those most like this one, however like each other, the best first; it is looked for as `wanted`. */
export async function findAlike(
  db: Knex,
  matcher: Matcher,
  id: QuestionId,
  wanted: Wanted,
  limit: number,
): Promise<Scored[]> {
  return nearest(wanted, await findOthers(db, matcher, id, wanted), limit);
}

/** What was learned of a question, to look for others like it. */
export async function readLearned(db: Knex, id: QuestionId): Promise<Wanted | undefined> {
  const known = await db('likeness').where({ question_id: id }).first('title', 'place');
  return known && { text: known.title, place: known.place && unpacked(known.place) };
}

async function findOthers(db: Knex, matcher: Matcher, id: QuestionId, wanted: Wanted) {
  const candidates = await findCandidates(db, matcher, wanted);
  return candidates.filter((candidate) => candidate.id !== id);
}

async function findCandidates(db: Knex, { embedder, lists }: Matcher, { text, place }: Wanted) {
  const near = embedder && place ? nearestLists(await lists(db, embedder.model), place, LISTS) : [];
  const most = near.length > 0 ? BY_WORDS.placed : BY_WORDS.letters;
  const words = await rarestWords(db, text, most);
  return readCandidates(db, { lists: near.map(({ id }) => id), words, most });
}

type Sources = { lists: number[]; words: string[]; most: number };

type Row = Omit<Candidate, 'place'> & { place: Buffer | null };

async function readCandidates(db: Knex, sources: Sources): Promise<Candidate[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(CANDIDATES, sources);
  return rows.map(({ place, ...row }) => ({ ...row, place: place && unpacked(place) }));
}

const CANDIDATES = `
  with found as (
    select question_id from likeness where list_id = any(:lists::int[])
    union
    (select question_id from likeness where words && :words::text[]
      order by question_id desc limit :most))
  select l.question_id as id, q.topic_id as topic, l.title, l.place
    from found
    join likeness l using (question_id)
    join questions q on q.id = l.question_id
   where ${visible.question}`;

/** A text's stems that stand in the fewest titles, as many as bring no more than can be compared. */
async function rarestWords(db: Knex, text: string, most: number): Promise<string[]> {
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
      return at === 0 || brought <= BigInt(most);
    })
    .map(({ stem }) => stem);
}
