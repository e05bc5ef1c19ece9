import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { readLines } from '../../ledger/totals.ts';
import { FAMILIES, familyOf, type Family } from './accounts.ts';

/** What accounts of one kind hold at the end of a month, in minor units. */
export type FamilyBalance = {
  family: Family;
  accounts: bigint;
  debit: bigint;
  credit: bigint;
};

export type TrialBalance = {
  rows: FamilyBalance[];
  /** Accounts that hold something. */
  accounts: bigint;
  debit: bigint;
  credit: bigint;
};

/**
 * The trial balance at the end of a month, by families of accounts in the order of the chart;
 * those that hold nothing are left out. A closed month is as its close had it; any other counts
 * what has been posted up to now, numbered or not.
 */
export async function readTrialBalance(db: Knex, month: Month): Promise<TrialBalance> {
  const lines = await readLines(db, month);
  const patterns = lines.map(({ line, ...sums }) => ({ pattern: line, ...sums }));
  return foldFamilies(patterns.sort(byChart));
}

/** What accounts whose codes differ in the member alone hold together. */
export type PatternBalance = { pattern: string; accounts: bigint; debit: bigint; credit: bigint };

/** Sums by the families of the chart, in the order that the patterns come in. */
export function foldFamilies(patterns: PatternBalance[]): TrialBalance {
  const families = new Map<string, FamilyBalance>();
  for (const { pattern, accounts, debit, credit } of patterns) {
    const family = familyOf(pattern);
    const before = families.get(family.id) ?? { accounts: 0n, debit: 0n, credit: 0n };
    families.set(family.id, { family, ...add(before, { accounts, debit, credit }) });
  }
  const rows = [...families.values()];
  return { rows, ...rows.reduce(add, { accounts: 0n, debit: 0n, credit: 0n }) };
}

/** What is on no chart comes last, by its code. */
function byChart(one: PatternBalance, other: PatternBalance): number {
  const places = [one, other].map(({ pattern }) => {
    const place = FAMILIES.findIndex(({ id }) => id === familyOf(pattern).id);
    return place < 0 ? FAMILIES.length : place;
  });
  return (places[0] ?? 0) - (places[1] ?? 0) || (one.pattern < other.pattern ? -1 : 1);
}

type Sums = { accounts: bigint; debit: bigint; credit: bigint };

const add = (a: Sums, b: Sums): Sums => ({
  accounts: a.accounts + b.accounts,
  debit: a.debit + b.debit,
  credit: a.credit + b.credit,
});
