import type { Knex } from 'knex';

import type { Perform, Work } from '../../work.ts';
import type { QuestionId } from '../rows.ts';
import { dropPairs } from '../duplicates/keep-pairs.ts';
import { visible } from '../visible.ts';
import { countWords } from './count-words.ts';
import type { Embedder } from './embedder.ts';
import { foldedWords, stemOf } from './fold.ts';
import { putInLists, shrinkLists } from './fill-lists.ts';
import { packed, type Place } from './places.ts';

/** How many are learned in one transaction: those whom an edit makes wait for it wait no longer. */
const BATCH = 64;

/**
 * Learns what each new or changed title is like, so that those who ask the same find it; forgets
 * what readers cannot see any more; and says how many it looked at. The model works outside the
 * transaction: what changes meanwhile is learned at the next run. Two runs at once do no harm, and
 * `isOver` ends one early.
 */
export async function learnQuestions(
  db: Knex,
  perform: Perform,
  { embedder, isOver = () => false }: { embedder: Embedder | undefined; isOver?: () => boolean },
): Promise<number> {
  let learned = 0;
  while (!isOver()) {
    const due = await placed(await readDue(db), embedder);
    const taken =
      due.length > 0 ? await perform('system', (work) => take(work, due, embedder?.model)) : 0;
    if (taken === 0) break;
    learned += taken;
  }
  return learned;
}

/** Has those learned again whom the model never saw, or another one did. */
export async function relearnUnplaced(
  { trx }: Pick<Work, 'trx'>,
  { model }: { readonly model: string },
): Promise<void> {
  await trx.raw(
    `insert into likeness_due (question_id)
     select l.question_id from likeness l left join likeness_lists s on s.id = l.list_id
      where s.model is distinct from ? on conflict do nothing`,
    [model],
  );
}

type Due = { id: QuestionId; note: bigint; title: string; shown: boolean };
type Placed = Due & { place: Place | undefined };

async function readDue(db: Knex): Promise<Due[]> {
  const { rows } = await db.raw<{ rows: Due[] }>(
    `select q.id, d.note, q.title, ${visible.question} as shown
       from likeness_due d join questions q on q.id = d.question_id
      order by q.id limit ?`,
    [BATCH],
  );
  return rows;
}

const placed = (due: readonly Due[], embedder: Embedder | undefined): Promise<Placed[]> =>
  Promise.all(
    due.map(async (question) => ({
      ...question,
      place: question.shown ? await embedder?.place(question.title, 'learning') : undefined,
    })),
  );

/** Carries out those that are still due as they were, and says how many. */
async function take(work: Work, due: Placed[], model: string | undefined): Promise<number> {
  await work.trx.raw(`select pg_advisory_xact_lock(hashtext('goodline likeness'))`);
  const claimed = await claim(work, due);
  const ours = due.filter(({ id }) => claimed.has(id));
  const old = await work
    .trx('likeness')
    .whereIn('question_id', [...claimed])
    .delete()
    .returning(['title', 'list_id']);
  await shrinkLists(work, old);
  await dropPairs(
    work,
    ours.filter(({ shown }) => !shown).map(({ id }) => id),
  );
  const shown = ours.filter(({ shown }) => shown);
  await countWords(work, { added: shown, gone: old });
  await learn(work, shown, model);
  return ours.length;
}

/**
 * Waits for nobody, so that nobody who waits for us waits for ever: a question that is being
 * changed stays due. Whoever changes one from here on waits until it is learned.
 */
async function claim(work: Work, due: readonly Due[]): Promise<ReadonlySet<QuestionId>> {
  const { rows } = await work.trx.raw<{ rows: { id: QuestionId }[] }>(
    `with still as (
       select d.question_id from likeness_due d join questions q on q.id = d.question_id
        where (d.question_id, d.note) in (select * from unnest(?::int[], ?::bigint[]))
        order by d.question_id
          for key share of q skip locked for update of d skip locked)
     delete from likeness_due d using still where d.question_id = still.question_id
     returning d.question_id as id`,
    [due.map(({ id }) => id), due.map(({ note }) => String(note))],
  );
  return new Set(rows.map(({ id }) => id));
}

async function learn(work: Work, shown: readonly Placed[], model: string | undefined) {
  const places = shown.flatMap(({ id, place }) => (place ? [{ id, place }] : []));
  const lists = await putInLists(work, model ?? '', places);
  const rows = shown.map(({ id, title, place }) => ({
    ...{ question_id: id, title, words: [...new Set(foldedWords(title).map(stemOf))] },
    list_id: lists.of.get(id) ?? null,
    place: place ? packed(place) : null,
  }));
  if (rows.length > 0) await work.trx('likeness').insert(rows);
  await lists.split();
}
