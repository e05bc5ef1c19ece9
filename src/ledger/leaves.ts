import type { Knex } from 'knex';

import { ENTRIES, LEAF_FIELDS, LEAF_TEXT, SEPARATOR } from './leaf.ts';

/** An entry's leaf and the text that it is the hash of. */
export type Leaf = { seq: bigint; leaf: Buffer; text: string; amount_minor: bigint };

/** What is asked for: entries above one number, up to another, of some dates or of all. */
export type LeafSpan = {
  above: bigint;
  upTo: bigint;
  /** Effective dates, the second not included. */
  dates?: { from: string; before: string };
};

/** Leaves in the order of their numbers, a thousand at a time. */
export async function* readLeaves(db: Knex, span: LeafSpan): AsyncGenerator<Leaf[]> {
  for (let { above } = span; ;) {
    const page = await readPage(db, { ...span, above });
    if (page.length === 0) return;
    yield page;
    above = page.at(-1)?.seq ?? span.upTo;
  }
}

/** The fields of a leaf's text by their names, all of them text, in their order. */
export const fieldsOf = ({ text }: Leaf): Record<string, string> => {
  const values = text.split(SEPARATOR);
  return Object.fromEntries(LEAF_FIELDS.map((name, nth) => [name, values[nth] ?? '']));
};

const PAGE = 1_000;

async function readPage(db: Knex, { above, upTo, dates }: LeafSpan): Promise<Leaf[]> {
  const within = 'and t.effective_date >= :from and t.effective_date < :before';
  const { rows } = await db.raw<{ rows: Leaf[] }>(
    `select j.seq, j.leaf, t.amount_minor, ${LEAF_TEXT} as text
       from ${ENTRIES}
      where j.seq > :above and j.seq <= :upTo ${dates ? within : ''}
      order by j.seq limit ${String(PAGE)}`,
    { above, upTo, ...dates },
  );
  return rows;
}
