import type { Knex } from 'knex';

import type { AnswerRow } from '../../forum/rows.ts';
import { postBatches } from '../../forum/post-batches.ts';
import type { Perform, Work } from '../../work.ts';
import { printOf } from './print.ts';

/**
 * Prints every answer that has no print, as after an upgrade, so that whatever repeats one of them
 * from now on is found. It accuses nobody: what old answers repeat of each other is left alone.
 * Batch by batch, so that nobody waits, and doing it again goes on where it ended. Returns how many.
 */
export async function printAll({ db, perform }: { db: Knex; perform: Perform }): Promise<number> {
  let printed = 0;
  for await (const ids of postBatches(db, 'answer')) {
    printed += await perform('system', (work) => printThese(work, ids));
  }
  return printed;
}

type Unprinted = Pick<AnswerRow, 'id' | 'version' | 'body'> & { made_at: Date };

async function printThese(work: Work, ids: number[]): Promise<number> {
  const rows = (await readUnprinted(work, ids)).flatMap(({ id, version, body, made_at }) => {
    const print = printOf(body);
    if (!print) return [];
    const { digest, bands } = print;
    return [{ answer_id: id, version, digest, bands: [...bands], written_at: made_at }];
  });
  if (rows.length === 0) return 0;
  const written = await work
    .trx('answer_prints')
    .insert(rows)
    .onConflict('answer_id')
    .ignore()
    .returning('answer_id');
  return written.length;
}

/** Held, so that nobody edits one between its reading and its print. */
async function readUnprinted(work: Work, ids: number[]): Promise<Unprinted[]> {
  const { rows } = await work.trx.raw<{ rows: Unprinted[] }>(
    `select a.id, a.version, a.body, v.made_at
       from answers a
       join answer_versions v on v.answer_id = a.id and v.version = a.version
      where a.id = any(?) and not exists (select from answer_prints p where p.answer_id = a.id)
      order by a.id
        for share of a`,
    [ids],
  );
  return rows;
}
