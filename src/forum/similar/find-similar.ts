import type { Knex } from 'knex';

import type { QuestionId, TopicId } from '../rows.ts';
import { visible } from '../visible.ts';
import type { Embedder } from './embedder.ts';
import { foldedWords, stemOf } from './fold.ts';
import { nearestLists, type Lists } from './lists.ts';
import { unpacked } from './places.ts';
import { readKnown } from './read-words.ts';
import { likelyTopic } from './likely-topic.ts';
import { choose, nearest, type Candidate, type Near, type Scored, type Wanted } from './score.ts';
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
  const near = await findNearest(db, matcher, wanted);
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
  return wanted ? choose(await findOthers(db, matcher, id, wanted), limit) : [];
}

/** Those most like this one, however like each other, the best first; it is looked for as `wanted`. */
export async function findAlike(
  db: Knex,
  matcher: Matcher,
  id: QuestionId,
  wanted: Wanted,
  limit: number,
): Promise<Scored[]> {
  const others = await findOthers(db, matcher, id, wanted);
  return others.slice(0, limit);
}

/** What was learned of a question, to look for others like it. */
export async function readLearned(db: Knex, id: QuestionId): Promise<Wanted | undefined> {
  const known = await db('likeness').where({ question_id: id }).first('title', 'place');
  return known && { text: known.title, place: known.place && unpacked(known.place) };
}

async function findOthers(db: Knex, matcher: Matcher, id: QuestionId, wanted: Wanted) {
  const near = await findNearest(db, matcher, wanted);
  return near.filter((one) => one.id !== id);
}

/** What readers cannot see is soon forgotten, so it is enough to ask about those that are near. */
async function findNearest(db: Knex, matcher: Matcher, wanted: Wanted): Promise<Near[]> {
  const near = nearest(wanted, await findCandidates(db, matcher, wanted));
  const ids = near.map(({ id }) => id);
  const { rows } = await db.raw<{ rows: { id: QuestionId; topic: TopicId }[] }>(SHOWN, [ids]);
  const topics = new Map(rows.map(({ id, topic }) => [id, topic]));
  return near.flatMap((one) => {
    const topic = topics.get(one.id);
    return topic ? [{ ...one, topic }] : [];
  });
}

const SHOWN = `
  select q.id, q.topic_id as topic from questions q where q.id = any(?::int[]) and ${visible.question}`;

async function findCandidates(db: Knex, { embedder, lists }: Matcher, { text, place }: Wanted) {
  const near = embedder && place ? nearestLists(await lists(db, embedder.model), place, LISTS) : [];
  const by = near.length > 0 ? 'placed' : 'letters';
  const words = await rarestWords(db, text, by);
  return readCandidates(db, { lists: near.map(({ id }) => id), words, most: BY_WORDS[by] });
}

type Sources = { lists: number[]; words: string[]; most: number };

type Row = Omit<Candidate, 'place'> & { place: Buffer | null };

async function readCandidates(db: Knex, sources: Sources): Promise<Candidate[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(CANDIDATES, sources);
  return rows.map(({ place, ...row }) => ({ ...row, place: place && unpacked(place) }));
}

const CANDIDATES = `
  select question_id as id, title, place from likeness where list_id = any(:lists::int[])
  union all
  (select question_id, title, place from likeness
    where words && :words::text[] and list_id = any(:lists::int[]) is not true
    order by question_id desc limit :most)`;

/**
 * A text's stems that stand in the fewest titles, as many as bring no more than can be compared. By
 * letters alone the rarest is among them however common it is: there is nothing else to go by.
 */
async function rarestWords(db: Knex, text: string, by: keyof typeof BY_WORDS): Promise<string[]> {
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
      return brought <= BigInt(BY_WORDS[by]) || (at === 0 && by === 'letters');
    })
    .map(({ stem }) => stem);
}
