import { readFileSync } from 'node:fs';

import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import { createEmbedder, type Embedder } from '#src/forum/similar/embedder.ts';
import { findSimilar, type Matcher } from '#src/forum/similar/find-similar.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import { createLists } from '#src/forum/similar/lists.ts';
import type { QuestionId, TopicId } from '#src/forum/rows.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { performer } from '#src/work.ts';
import { freshDatabase } from '#test/support/cluster.ts';
import { operator } from '#test/support/domain.ts';
import { aMember, aTopic } from '#test/support/make.ts';
import { arePreciseEnough, tryPairs, type Pairs } from './pairs.ts';
import { withSlips } from './slips.ts';

/** A sentence and what it is about: those about the same ask the same. */
export type Labelled = { text: string; intent: string };

/**
 * How often the first, and one of the first five, asked what was asked; how often a topic was
 * suggested, and how often rightly where it was; and milliseconds.
 */
export type Found = Record<'first' | 'five' | 'suggested' | 'right' | 'median' | 'p95', number>;

export type Measured = {
  learned: number;
  queries: number;
  plain: Found;
  slips: Found;
  letters: Found;
  pairs: Pairs;
  isGoodEnough: boolean;
};

const NOW = new Date('2026-01-15T12:00:00Z');

/** Every tenth sentence is asked, in a database of its own, where the rest are questions. */
export async function measureSimilar(all: readonly Labelled[]): Promise<Measured> {
  const { ownerUrl, appUrl, drop } = await freshDatabase();
  const owner = connect(ownerUrl, { pool: { min: 1, max: 1 } });
  const db = connect(appUrl, { pool: { min: 0, max: 4 } });
  const embedder = createEmbedder({ onFailure: raise });
  try {
    const { queries, index } = split(all);
    const intents = await ask(owner, index);
    const perform = performer({ db, reactions, operator, now: () => NOW });
    const learned = await learnQuestions(db, perform, { embedder });
    await owner.raw('analyze');
    // How well it finds must not depend on how busy the machine is.
    const patient: Embedder = {
      ...embedder,
      place: (text) => embedder.place(text, 'learning'),
    };
    const matcher = { embedder: patient, lists: createLists() };
    const plain = await tryAll(db, matcher, queries, intents);
    const slips = await tryAll(db, matcher, withSlips(queries), intents);
    const letters = await tryAll(db, { ...matcher, embedder: undefined }, queries, intents);
    const pairs = await tryPairs(db, matcher, intents.questions);
    const isGoodEnough = judge({ plain, slips, letters }) && arePreciseEnough(pairs);
    return { learned, queries: queries.length, plain, slips, letters, pairs, isGoodEnough };
  } finally {
    await Promise.all([embedder.stop(), owner.destroy(), db.destroy()]);
    await drop();
  }
}

/** What is promised: shares of all queries. */
function judge({ plain, slips, letters }: Pick<Measured, 'plain' | 'slips' | 'letters'>): boolean {
  const promises = [
    ...[plain.first >= 0.85, plain.five >= 0.96, letters.first >= 0.77, letters.five >= 0.92],
    ...[slips.first >= plain.first - 0.02, slips.five >= plain.five - 0.02],
    ...[plain, slips, letters].map(({ suggested, right }) => suggested >= 0.7 && right >= 0.9),
  ];
  return promises.every(Boolean);
}

function split(all: readonly Labelled[]) {
  return {
    queries: all.filter((_, at) => at % 10 === 0),
    index: all.filter((_, at) => at % 10 !== 0),
  };
}

type Intents = { questions: ReadonlyMap<QuestionId, string>; topics: ReadonlyMap<TopicId, string> };

/** Writes them as questions of one member, in a topic for each intent. */
async function ask(owner: Knex, index: readonly Labelled[]): Promise<Intents> {
  const author = await aMember(owner);
  const topics = new Map<string, TopicId>();
  for (const { intent } of index) {
    if (!topics.has(intent)) topics.set(intent, (await aTopic(owner)).id);
  }
  const { rows } = await owner.raw<{ rows: { id: QuestionId }[] }>(ASK, {
    ...{ author: author.id, at: NOW, texts: index.map(({ text }) => text) },
    topics: index.map(({ intent }) => topics.get(intent)),
  });
  await owner.raw('insert into likeness_due (question_id) select id from questions');
  return {
    questions: new Map(rows.map(({ id }, at) => [id, index[at]?.intent ?? ''])),
    topics: new Map([...topics].map(([intent, id]) => [id, intent])),
  };
}

async function tryAll(
  db: Knex,
  matcher: Matcher,
  queries: readonly Labelled[],
  intents: Intents,
): Promise<Found> {
  let [first, five, suggested, rightly] = [0, 0, 0, 0];
  const times: number[] = [];
  for (const { text, intent } of queries) {
    const start = performance.now();
    const { questions: found, topic } = await findSimilar(db, matcher, text);
    times.push(performance.now() - start);
    const right = found.map(({ id }) => intents.questions.get(id) === intent);
    if (right[0]) first += 1;
    if (right.includes(true)) five += 1;
    if (topic === undefined) continue;
    suggested += 1;
    if (intents.topics.get(topic) === intent) rightly += 1;
  }
  times.sort((one, other) => one - other);
  const time = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  const [asked, right] = [queries.length, rightly / suggested];
  const shares = { first: first / asked, five: five / asked, suggested: suggested / asked };
  return { ...shares, right, median: time(0.5), p95: time(0.95) };
}

/** Two columns, RFC 4180, with a header. */
export function readLabelled(file: string): Labelled[] {
  const lines = readFileSync(file, 'utf8').matchAll(/^(?:"((?:[^"]|"")*)"|([^,"\n]*)),(\S+)$/gm);
  return [...lines]
    .map(([, quoted, plain, intent]) => ({
      text: (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
      intent: intent ?? '',
    }))
    .slice(1);
}

const ASK = `
  insert into questions (author_id, topic_id, title, slug, body, body_html, excerpt,
    asked_at, last_activity_at)
  select :author, topic, left(title, 150), 'q', title, title, left(title, 150), :at, :at
    from unnest(:texts::text[], :topics::int[]) with ordinality as t (title, topic, place)
   order by place
  returning id`;

function raise(error: unknown): never {
  throw error;
}
