import type { Knex } from 'knex';

import { fieldsOf, readLeaves, type Leaf, type LeafSpan } from '../../ledger/leaves.ts';
import { firstDay } from '../months.ts';
import type { Extent } from './manifest.ts';
import { movements, NOTHING, plus, type Pieces } from './table.ts';

/** The leaves of a month's entries. */
export const monthLeaves = (db: Knex, { month, before, throughSeq }: Extent) =>
  leavesJsonl(db, { above: 0n, upTo: throughSeq, dates: { from: firstDay(month), before } });

/**
 * Leaves as JSON Lines: the number, the hash, and the fields of the text that it is the hash of,
 * which is these joined by “|”. From the first entry on, they are what the tree's root is made of.
 */
export async function* leavesJsonl(db: Knex, span: LeafSpan): Pieces {
  let totals = NOTHING;
  for await (const page of readLeaves(db, span)) {
    yield page.map(print).join('');
    totals = plus(totals, movements(page));
  }
  return totals;
}

const print = (leaf: Leaf) =>
  `${JSON.stringify({ seq: Number(leaf.seq), leaf: leaf.leaf.toString('hex'), ...fieldsOf(leaf) })}\n`;
