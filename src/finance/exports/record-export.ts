import assert from 'node:assert/strict';

import { makeCheckpoint } from '../../ledger/checkpoints.ts';
import { NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { isFinance } from '../permissions.ts';
import type { ExportRow } from '../rows.ts';
import type { MonthExport } from './export.ts';

/**
 * Writes down who took which file of a month, what it added up to, and as a checkpoint the root
 * that its manifest names; never changed again.
 */
export async function recordExport(work: Work, made: MonthExport): Promise<ExportRow> {
  const maker = actingMember(work);
  if (!isFinance(maker)) throw new NotAllowed('Files of the ledger are taken by finance.');
  const { format, manifest, extent, totals } = made;
  const { file, bytes, sha256, month, state, currency } = manifest;
  const [row] = await work
    .trx('exports')
    .insert({
      ...{ month, format, file, sha256, state, currency, made_by: maker.id, made_at: work.at },
      ...{ bytes: BigInt(bytes), row_count: totals.rows },
      ...{ debit_minor: totals.debit, credit_minor: totals.credit },
      ...{ first_seq: extent.firstSeq, last_seq: extent.lastSeq, through_seq: extent.throughSeq },
      ...{ tree_size: extent.treeSize, root: extent.root },
    })
    .returning('*');
  assert(row, 'the export was written down');
  if (extent.treeSize !== null) {
    await makeCheckpoint(work, `export:${String(row.id)}`, extent.treeSize);
  }
  return row;
}
