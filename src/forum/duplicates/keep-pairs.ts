import type { Work } from '../../work.ts';
import type { QuestionId } from '../rows.ts';
import type { Same } from '../similar/same.ts';

/** A question under the title that it was compared by, and those that likely ask the same. */
export type Compared = { id: QuestionId; title: string; alike: readonly Same[] };

/**
 * Keeps the likely pairs of questions in place of those they had, and says of how many: one whose
 * title has changed since, or that somebody is changing now, is left for later. What was set apart
 * stays so, and what a member says stays said.
 */
export async function keepPairs(work: Work, compared: readonly Compared[]): Promise<number> {
  await work.trx.raw(`select pg_advisory_xact_lock(hashtext('goodline likeness'))`);
  const held = await holdFree(work, compared);
  const whole = compared.filter(({ id, alike }) => [{ id }, ...alike].every((q) => held.has(q.id)));
  const claimed = await claim(work, whole);
  const ours = whole.filter(({ id }) => claimed.has(id));
  await dropPairs(work, [...claimed]);
  await writePairs(work, ours);
  return ours.length;
}

/** Forgets what likely asks the same as these by their titles alone. */
export async function dropPairs({ trx }: Work, ids: readonly QuestionId[]): Promise<void> {
  const bindings = { ids: [...ids] };
  await trx.raw(DROP, bindings);
  await trx.raw(FORGET_PERCENT, bindings);
}

/** Waits for nobody, so that nobody who waits for us waits for ever. */
async function holdFree({ trx }: Work, compared: readonly Compared[]) {
  const ids = compared.flatMap(({ id, alike }) => [id, ...alike.map((one) => one.id)]);
  const { rows } = await trx.raw<{ rows: { id: QuestionId }[] }>(
    `select id from questions where id = any(?::int[]) order by id for key share skip locked`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

async function claim({ trx }: Work, compared: readonly Compared[]) {
  const { rows } = await trx.raw<{ rows: { id: QuestionId }[] }>(
    `update likeness l set paired = true
       from unnest(?::int[], ?::text[]) as t (id, title)
      where l.question_id = t.id and l.title = t.title and not l.paired
     returning l.question_id as id`,
    [compared.map(({ id }) => id), compared.map(({ title }) => title)],
  );
  return new Set(rows.map(({ id }) => id));
}

async function writePairs({ trx, at }: Work, compared: readonly Compared[]): Promise<void> {
  const pairs = new Map<string, { older: QuestionId; newer: QuestionId; percent: number }>();
  for (const { id, alike } of compared) {
    for (const { id: other, percent } of alike) {
      const [older, newer] = id < other ? [id, other] : [other, id];
      pairs.set(`${String(older)} ${String(newer)}`, { older, newer, percent });
    }
  }
  const rows = [...pairs.values()];
  if (rows.length === 0) return;
  await trx('likely_duplicates')
    .insert(
      rows.map(({ older, newer, percent }) => ({
        ...{ older_id: older, newer_id: newer, percent, noted_at: at },
      })),
    )
    .onConflict(['older_id', 'newer_id'])
    .merge(['percent']);
}

const OF_THESE = `(p.older_id = any(:ids::int[]) or p.newer_id = any(:ids::int[]))
        and p.set_apart_at is null`;

const DROP = `
  delete from likely_duplicates p
   where ${OF_THESE}
     and not exists (select from duplicate_suggestions s where s.pair_id = p.id)`;

const FORGET_PERCENT = `
  update likely_duplicates p set percent = null where ${OF_THESE} and p.percent is not null`;
