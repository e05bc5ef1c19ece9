import type { Knex } from 'knex';

import { monthAfter, type Month } from './dates.ts';

/** What the accounts of one line hold at the end of a month, in minor units, each on its side. */
export type Line = {
  /** An account's code; members' accounts are one line each, as member:%:available. */
  line: string;
  /** How many of them hold something. */
  accounts: bigint;
  debit: bigint;
  credit: bigint;
};

/**
 * Every line that holds something at the end of a month, in no order: of a closed month what its
 * close had sealed, of any other whatever is posted up to now. The newest month and closed ones come
 * from totals that are kept; one between them is added up from its transfers.
 */
export async function readLines(db: Knex, month: Month): Promise<Line[]> {
  const kept = await read(db, 'ledger_lines(:month)', { month });
  if (kept.length > 0) return kept;
  return read(db, ANEW, { month, before: `${monthAfter(month)}-01` });
}

/** Adds to the totals what was sealed since, and says how much. Two at once wait for each other. */
export async function foldTotals(db: Knex): Promise<bigint> {
  let folded = 0n;
  for (;;) {
    const { rows } = await db.raw<{ rows: [{ folded: bigint }] }>(
      'select ledger_fold_totals(?) as folded',
      [AT_ONCE],
    );
    folded += rows[0].folded;
    if (rows[0].folded < AT_ONCE) return folded;
  }
}

/** How many entries are folded in one transaction. */
const AT_ONCE = 20_000;

const ANEW = `
  ledger_lines_anew(:before, (select last_seq from ledger_periods where id = :month))`;

type Values = { month: Month; before?: string };

async function read(db: Knex, lines: string, values: Values): Promise<Line[]> {
  const { rows } = await db.raw<{ rows: Line[] }>(
    `select line, accounts, debit_minor as debit, credit_minor as credit from ${lines}`,
    values,
  );
  return rows;
}
