import type { Knex } from 'knex';

import type { Work } from '../work.ts';
import type { LedgerVerificationRow } from './rows.ts';
import type { Finding } from './verify.ts';

/** Writes down that everything was recomputed since the work began, and what came of it. */
export async function recordVerification(
  { trx, at }: Work,
  {
    by,
    treeSize,
    findings,
  }: { by: LedgerVerificationRow['by']; treeSize: bigint; findings: Finding[] },
): Promise<void> {
  const broken = findings.filter((finding) => finding.broken > 0n);
  const [first] = broken;
  await trx.raw('select ledger_record_verification(:by, :at, :treeSize, :rules, :broken, :first)', {
    ...{ by, at, treeSize, rules: findings.length, broken: broken.length },
    first: first ? `${first.rule}: ${first.first ?? ''}` : null,
  });
}

/** The last time that everything was recomputed. */
export const findLastVerification = (db: Knex): Promise<LedgerVerificationRow | undefined> =>
  db('ledger_verifications').orderBy('id', 'desc').first();
