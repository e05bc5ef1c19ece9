import { makeCheckpoint } from '../../ledger/checkpoints.ts';
import { dateAt } from '../../ledger/dates.ts';
import type { Finding } from '../../ledger/verify.ts';
import type { Perform } from '../../work.ts';
import { verifyBooks } from './verify-books.ts';

/** Verifies everything and keeps the night's checkpoint; says what is wrong first, if anything is. */
export const verifyTonight = (perform: Perform): Promise<Finding | undefined> =>
  perform('system', async (work) => {
    const findings = await verifyBooks(work, 'night');
    await makeCheckpoint(work, `night:${dateAt(work.at, work.operator.timeZone)}`);
    return findings.find(({ broken }) => broken > 0n);
  });
