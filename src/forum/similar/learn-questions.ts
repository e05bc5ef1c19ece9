import type { Knex } from 'knex';

import type { Perform, Work } from '../../work.ts';
import type { LikenessRow, QuestionId } from '../rows.ts';
import type { Embedder } from './embedder.ts';
import { foldedWords, stemOf } from './fold.ts';
import { nearestLists, readLists } from './lists.ts';
import { packed, type Place } from './places.ts';
import { splitIfLong } from './split-list.ts';

/** How many titles the model is given at once. */
const BATCH = 32;

/**
 * Learns what each new or changed title is like, so that those who ask the same find it, and says
 * how many it learned. The model works outside the transaction; a title that changes meanwhile is
 * learned at the next run. Meant for one job at a time; two do no harm.
 */
export async function learnQuestions(
  db: Knex,
  perform: Perform,
  embedder: Embedder | undefined,
): Promise<number> {
  let learned = 0;
  for (;;) {
    const due = await readDue(db);
    if (due.length === 0) return learned;
    const places = await embedder?.place(due.map(({ title }) => title));
    await perform('system', async (work) => {
      for (const [at, question] of due.entries()) {
        await learn(work, question, embedder?.model ?? '', places?.[at]);
      }
    });
    learned += due.length;
  }
}

/** Notes that a question is new or may have another title. */
export async function noteTitle(
  work: Work,
  { questionId }: { questionId: QuestionId },
): Promise<void> {
  await work
    .trx('likeness_due')
    .insert({ question_id: questionId })
    .onConflict('question_id')
    .ignore();
}

type Due = { id: QuestionId; title: string };

async function readDue(db: Knex): Promise<Due[]> {
  const { rows } = await db.raw<{ rows: Due[] }>(
    `select q.id, q.title from likeness_due d join questions q on q.id = d.question_id
      order by q.id limit ?`,
    [BATCH],
  );
  return rows;
}

async function learn(
  work: Work,
  { id, title }: Due,
  model: string,
  place: Place | undefined,
): Promise<void> {
  const now = await work.trx('questions').where({ id }).forUpdate().first('title');
  if (now?.title !== title) return;
  const before = await work.trx('likeness').where({ question_id: id }).first('title', 'list_id');
  if (before) await forget(work, before);
  await countWords(work, title, 1);
  const words = [...new Set(foldedWords(title).map(stemOf))];
  const placed = place
    ? { list_id: await listFor(work, model, place), place: packed(place) }
    : { list_id: null, place: null };
  await work
    .trx('likeness')
    .insert({ question_id: id, title, words, ...placed })
    .onConflict('question_id')
    .merge();
  if (placed.list_id !== null) {
    await work.trx('likeness_lists').where({ id: placed.list_id }).increment('size', 1);
    await splitIfLong(work, placed.list_id);
  }
  await work.trx('likeness_due').where({ question_id: id }).delete();
}

/** Takes what a title had counted for out again. */
async function forget(work: Work, { title, list_id }: Pick<LikenessRow, 'title' | 'list_id'>) {
  await countWords(work, title, -1);
  if (list_id !== null) {
    await work.trx('likeness_lists').where({ id: list_id }).decrement('size', 1);
  }
}

/** Words are counted in their own order, so that two jobs wait for each other and not for ever. */
async function countWords(work: Work, title: string, by: 1 | -1): Promise<void> {
  const words = [...new Set(foldedWords(title))].sort();
  if (words.length === 0) return;
  await work.trx.raw(
    `insert into likeness_words as w (word, stem, questions)
     select word, stem, greatest(?::int, 0) from unnest(?::text[], ?::text[]) as t (word, stem)
         on conflict (word) do update set questions = greatest(w.questions + ?::int, 0)`,
    [by, words, words.map(stemOf), by],
  );
}

/** The list whose middle is nearest; the first question of a model begins the first. */
async function listFor(work: Work, model: string, place: Place) {
  const [nearest] = nearestLists(await readLists(work.trx, model), place, 1);
  if (nearest) return nearest.id;
  const [list] = await work
    .trx('likeness_lists')
    .insert({ model, centre: packed(place), size: 0 })
    .returning('id');
  return list!.id;
}
