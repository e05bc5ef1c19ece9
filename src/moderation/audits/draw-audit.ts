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

/** So many of a member's paid answers are always audited, the first ones, whatever their level. */
export const FIRST = 5;

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
  const [share, number] = [shareAt(author.level), drawOf(seed, acceptanceId)];
  const isFirst = (await countPaid(work, { acceptanceId, memberId })) < FIRST;
  const because = isFirst ? 'first-five' : reasonOf(share, number);
  await work.trx('audit_draws').insert({
    ...{ acceptance_id: acceptanceId, drawn: because !== 'not-drawn', because },
    ...{ share, seed, number, drawn_at: work.at },
  });
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

/** What a seed and an id are hashed to, in hexadecimal. */
export const hashOf = (seed: string, id: number): string =>
  createHash('sha256')
    .update(`${seed}:${String(id)}`)
    .digest('hex');

/** A number from 0 to 99 that the seed and an id alone decide: the first 32 bits, modulo 100. */
export const drawOf = (seed: string, id: number): number =>
  Number.parseInt(hashOf(seed, id).slice(0, 8), 16) % 100;

/**
 * How many answers of a member have earned something before, up to five. One that was withdrawn or
 * has failed is none of the first five, or five worthless ones would be a way past the check.
 */
async function countPaid(
  work: Work,
  { acceptanceId, memberId }: Pick<Events['reward held'], 'acceptanceId' | 'memberId'>,
): Promise<number> {
  const { rows } = await work.trx.raw<{ rows: [{ count: number }] }>(
    `select count(*)::int as count
       from (select from acceptances c
               join audit_draws d on d.acceptance_id = c.id
              where c.author_id = ? and c.id <> ? and c.withdrawn_at is null
                and not exists (
                      select from audits a
                        join verdicts v on v.audit_id = a.id and v.undone_at is null
                       where a.acceptance_id = c.id and v.verdict = 'fail')
              limit ?) as paid`,
    [memberId, acceptanceId, FIRST],
  );
  return rows[0].count;
}

function reasonOf(share: number, number: number): AuditDrawRow['because'] {
  if (share === 100) return 'always';
  return number < share ? 'sample' : 'not-drawn';
}

/** Whether a second person judges it too, drawn with a seed of its own. */
async function drawSecond(work: Work, id: AuditId): Promise<void> {
  const terms = await findTerms(work.trx);
  if (!terms || drawOf(`${terms.seed}:double`, id) >= terms.double_share) return;
  await work.trx('audits').where({ id }).update({ opinions_wanted: 2 });
}
