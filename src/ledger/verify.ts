import type { Knex } from 'knex';

import type { KeptRoot } from './marks.ts';
import { RULES } from './verify-rules.ts';
import { verifyTree } from './verify-tree.ts';

/** Something that must hold of the ledger; `first` names the first row of which it does not. */
export type Finding = { rule: string; broken: bigint; first: string | null };

/** A sentence that must hold, and the query that names everything of which it does not. */
export type Rules = Readonly<Record<string, string>>;

/**
 * Recomputes the ledger from its transfers alone, every balance, leaf and root, and says of each
 * rule whether it holds. `outside` are roots that were kept elsewhere. Takes as long as it takes:
 * whoever calls it within a transaction sees to its timeout.
 */
export const verifyLedger = async (db: Knex, outside: KeptRoot[] = []): Promise<Finding[]> => [
  ...(await findBroken(db, RULES)),
  ...(await verifyTree(db, outside)),
];

/** Asks of each rule how many break it and which is the first: the shorter name, then the lesser. */
export async function findBroken(db: Knex, rules: Rules): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [rule, offenders] of Object.entries(rules)) {
    const { rows } = await db.raw<{ rows: [{ broken: bigint; first: string | null }] }>(
      `with found as materialized (${offenders})
       select (select count(*) from found) as broken,
              (select offender from found order by length(offender), offender limit 1) as first`,
    );
    findings.push({ rule, ...rows[0] });
  }
  return findings;
}
