import type { Knex } from 'knex';

import type { Cell } from './cells.ts';
import { row } from './csv.ts';
import type { Extent } from './manifest.ts';

/** What a file turned out to hold, known once its last piece is read. */
export type Totals = {
  /** Rows of data: neither headings nor totals. */
  rows: number;
  /** In minor units; what is owed has both from the entries it comes from. */
  debit: bigint;
  credit: bigint;
  /** What is owed at the end, in minor units, where the file says it. */
  liability?: bigint;
};

/** A file in pieces, from its beginning. */
export type Pieces = AsyncGenerator<string | Uint8Array, Totals, undefined>;

/** Makes a file of what an extent covers; the same bytes for the same extent. */
export type Make = (db: Knex, extent: Extent) => Pieces;

/** Rows of a table, page after page. */
export type Pages = AsyncGenerator<Cell[][], Totals, undefined>;

/** A list that accountants know, whatever it is written as. */
export type Table = {
  columns: readonly string[];
  pages: (db: Knex, extent: Extent) => Pages;
};

export const NOTHING: Totals = { rows: 0, debit: 0n, credit: 0n };

export const plus = (one: Totals, other: Totals): Totals => ({
  rows: one.rows + other.rows,
  debit: one.debit + other.debit,
  credit: one.credit + other.credit,
});

/** Rows that move an amount from one account to another. */
export const movements = (moved: readonly { amount_minor: bigint }[], rowsOfEach = 1): Totals => {
  const sum = moved.reduce((total, { amount_minor }) => total + amount_minor, 0n);
  return { rows: moved.length * rowsOfEach, debit: sum, credit: sum };
};

/** A table as a CSV file. */
export const csvOf = ({ columns, pages }: Table): Make =>
  async function* (db, extent) {
    yield row(columns);
    const all = pages(db, extent);
    let step = await all.next();
    while (!step.done) {
      yield step.value.map(row).join('');
      step = await all.next();
    }
    return step.value;
  };
