import { readFileSync } from 'node:fs';

import type { Knex } from 'knex';

import type { Embedder } from '#src/forum/similar/embedder.ts';
import { findSimilar } from '#src/forum/similar/find-similar.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import { createLists } from '#src/forum/similar/lists.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import type { Perform } from '#src/work.ts';
import { aMember, aTopic } from '#test/support/make.ts';

/** A sentence and what it is about: those about the same ask the same. */
export type Labelled = { text: string; intent: string };

/** How often the first, and one of the first five, asked what was asked; shares of all queries. */
export type Found = { queries: number; first: number; five: number };

/** Every tenth sentence is a query, the rest are there to be found. */
export function split(all: readonly Labelled[]) {
  return {
    queries: all.filter((_, at) => at % 10 === 0),
    index: all.filter((_, at) => at % 10 !== 0),
  };
}

/** Asks these as questions of one member, in one topic, and has them learned. */
export async function learnAll(
  { owner, perform }: { owner: Knex; perform: Perform },
  index: readonly Labelled[],
  embedder: Embedder | undefined,
): Promise<Map<QuestionId, string>> {
  const [author, topic] = [await aMember(owner), await aTopic(owner)];
  const { rows } = await owner.raw<{ rows: { id: QuestionId; title: string }[] }>(ASK, {
    ...{ author: author.id, topic: topic.id, at: ASKED },
    texts: index.map(({ text }) => text),
  });
  const intents = new Map(rows.map(({ id }, at) => [id, index[at]?.intent ?? '']));
  await owner.raw('insert into likeness_due (question_id) select id from questions on conflict do nothing');
  await learnQuestions(owner, perform, embedder);
  await owner.raw('analyze');
  return intents;
}

/** Looks for each query among what was learned. */
export async function measure(
  db: Knex,
  queries: readonly Labelled[],
  intents: ReadonlyMap<QuestionId, string>,
  embedder: Embedder | undefined,
): Promise<Found> {
  const matcher = { embedder, lists: createLists() };
  let [first, five] = [0, 0];
  for (const { text, intent } of queries) {
    const found = (await findSimilar(db, matcher, text)).map(({ id }) => intents.get(id));
    if (found[0] === intent) first += 1;
    if (found.includes(intent)) five += 1;
  }
  return { queries: queries.length, first: first / queries.length, five: five / queries.length };
}

/** The same sentences with one slip each, drawn by a seed: a letter lost, doubled or swapped. */
export const withSlips = (all: readonly Labelled[]): Labelled[] =>
  all.map(({ text, intent }, at) => ({ text: slip(text, at * 10 + 7), intent }));

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
  select :author, :topic, left(title, 150), 'q', title, title, left(title, 150), :at, :at
    from unnest(:texts::text[]) with ordinality as t (title, place) order by place
  returning id, title`;

const ASKED = new Date('2026-01-01T12:00:00Z');

function slip(text: string, seed: number): string {
  const words = [...text.matchAll(/[a-z]{4,}/gi)];
  const next = (value: number) => (value * 1_103_515_245 + 12_345) % 2 ** 31;
  const draw = next(seed);
  const word = words[draw % words.length];
  if (!word) return text;
  const at = word.index + 1 + (next(draw) % (word[0].length - 2));
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const kinds = [before + after, before + after.charAt(0) + letter + after.slice(1)];
  return kinds[draw % 3] ?? before + letter + letter + after;
}
