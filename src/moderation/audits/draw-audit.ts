import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import type { Events } from '../../events.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import { findTerms } from '../agreement/terms.ts';
import type { AuditDrawRow, AuditId, AuditRow, NewAuditRow } from '../rows.ts';
import { queueAudit } from './queue-audit.ts';

/** What the rules say of the sample: the percent audited at a level, and the seed of the draw. */
export type Sampling = { shareAt: (level: MemberRow['level']) => number; seed: string };

/**
 * Draws whether a paid answer is audited, and logs why or why not. The draw is a hash of the seed
 * and the acceptance's id, so that anyone can repeat it later.
 */
export async function drawAudit(
  work: Work,
  { acceptanceId, memberId }: Events['reward held'],
  { shareAt, seed }: Sampling,
): Promise<void> {
  const author = await work.trx('members').where({ id: memberId }).first();
  assert(author, 'the author of an accepted answer');
  const share = shareAt(author.level);
  const because = reasonOf(author, share, drawOf(seed, acceptanceId));
  const drawn = because !== 'not-drawn';
  await work
    .trx('audit_draws')
    .insert({ acceptance_id: acceptanceId, drawn, because, share, drawn_at: work.at });
  if (because !== 'not-drawn') await openAudit(work, acceptanceId, because);
}

/** Puts an accepted answer in the queue, for a reason, once at a time. */
export async function openAudit(
  work: Work,
  acceptanceId: AcceptanceId,
  because: AuditRow['because'],
  flag: Pick<NewAuditRow, 'flag_score' | 'flag_reasons'> = {},
): Promise<void> {
  const [audit] = await work
    .trx('audits')
    .insert({ acceptance_id: acceptanceId, because, opened_at: work.at, ...flag })
    .returning('id');
  assert(audit, 'the audit was opened');
  await drawSecond(work, audit.id);
  await queueAudit(work, audit.id);
  await work.record('audit drawn', { auditId: audit.id, acceptanceId });
}

/** A number from 0 to 99 that the seed and an id alone decide: of an acceptance, or of an audit. */
export const drawOf = (seed: string, id: AcceptanceId | AuditId): number =>
  createHash('sha256')
    .update(`${seed}:${String(id)}`)
    .digest()
    .readUInt32BE() % 100;

function reasonOf(author: MemberRow, share: number, draw: number): AuditDrawRow['because'] {
  if (share === 100) return author.level === 'newcomer' ? 'first-five' : 'always';
  return draw < share ? 'sample' : 'not-drawn';
}

/** Whether a second person judges it too, drawn with a seed of its own. */
async function drawSecond(work: Work, id: AuditId): Promise<void> {
  const terms = await findTerms(work.trx);
  if (!terms || drawOf(`${terms.seed}:double`, id) >= terms.double_share) return;
  await work.trx('audits').where({ id }).update({ opinions_wanted: 2 });
}
