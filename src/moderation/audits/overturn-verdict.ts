import assert from 'node:assert/strict';

import { found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingReviewer } from '../acting-moderator.ts';
import type { VerdictId, VerdictRow } from '../rows.ts';
import { isTaken, readFailed } from './failed.ts';
import { type HeldAudit, holdAudit } from './hold-audit.ts';
import { restoreLevel } from './levels.ts';
import { factsOf } from './reach-verdict.ts';

/** Puts a pass in the place of a fail, on appeal: whoever decides it answers for the pass. */
export async function overturnVerdict(work: Work, id: VerdictId): Promise<void> {
  const fail = found(await work.trx('verdicts').where({ id }).first(), 'verdict');
  const held = await holdAudit(work, fail.audit_id);
  await work.trx('verdicts').where({ id }).update({ undone_at: work.at });
  await followPass(work, held, await writePass(work, fail));
}

/**
 * What follows from a pass in the place of a fail, however long ago that was: the reward comes back
 * unless another fail or a case of fraud has taken it, too, and the level is what it would have been.
 */
export async function followPass(work: Work, held: HeldAudit, pass: VerdictRow): Promise<void> {
  assert(pass.replaces_id !== null, 'it stands in the place of a fail');
  await restoreLevel(work, held.acceptance.author_id);
  const { id } = held.acceptance;
  const failed = await readFailed(work.trx, [id]);
  const restores = !failed.has(id) && !(await isTaken(work.trx, id));
  const facts = { ...factsOf(held, pass), overturnedId: pass.replaces_id, restores };
  await work.record('verdict overturned', facts);
}

async function writePass(work: Work, fail: VerdictRow): Promise<VerdictRow> {
  const { id, audit_id, answer_version } = fail;
  const [pass] = await work
    .trx('verdicts')
    .insert({
      ...{ audit_id, answer_version, verdict: 'pass', reason: null, replaces_id: id },
      ...{ moderator_id: actingReviewer(work).id, decided_at: work.at },
    })
    .returning('*');
  assert(pass, 'the verdict was written');
  return pass;
}
