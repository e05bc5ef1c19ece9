import type { KeptRoot } from '../../ledger/marks.ts';
import { recordVerification } from '../../ledger/verifications.ts';
import type { LedgerVerificationRow } from '../../ledger/rows.ts';
import { verifyLedger, type Finding } from '../../ledger/verify.ts';
import type { Work } from '../../work.ts';
import { reconcileBooks } from './reconcile.ts';

/**
 * Recomputes the whole ledger, holds it against what it came from, and writes down when and what
 * came of it. `outside` are roots kept elsewhere. Minutes for millions of transfers.
 */
export async function verifyBooks(
  work: Work,
  by: LedgerVerificationRow['by'],
  outside: KeptRoot[] = [],
): Promise<Finding[]> {
  await work.trx.raw(`set local statement_timeout = 0`);
  await work.trx.raw(`set local idle_in_transaction_session_timeout = 0`);
  const head = await work.trx('ledger_sealer').first('tree_size');
  const findings = [
    ...(await verifyLedger(work.trx, outside)),
    ...(await reconcileBooks(work.trx)),
  ];
  await recordVerification(work, { by, treeSize: head?.tree_size ?? 0n, findings });
  return findings;
}
