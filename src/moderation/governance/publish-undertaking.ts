import { setTerms, type Change } from '../../terms.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import { actingGovernor } from './permissions.ts';
import { readUndertaking } from './undertakings.ts';

/**
 * Staff publish what stewards undertake from now on, paragraph by paragraph, and ask everybody who
 * serves to sign it. Until they have, they judge nothing, and staff do. Conflict if somebody has
 * published another since it was read.
 */
export async function publishUndertaking(
  work: Work,
  values: { body: string },
  change: Change,
): Promise<void> {
  actingGovernor(work);
  const version = await setTerms(work, {
    ...{ now: await readUndertaking(work.trx), values, change },
    write: (row) =>
      work
        .trx('steward_undertakings')
        .insert(row)
        .onConflict('version')
        .ignore()
        .returning('version'),
  });
  const subject = `undertaking:${String(version)}`;
  await logAct(work, { act: 'undertaking-published', subject, reason: change.reason });
  const serving = await work
    .trx('stewards')
    .where({ state: 'serving' })
    .orderBy('member_id')
    .pluck('member_id');
  for (const memberId of serving) await work.record('signature asked for', { memberId, version });
}
