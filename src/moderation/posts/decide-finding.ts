import { redrawPost } from '../../forum/draw-post.ts';
import type { Markdown } from '../../forum/markdown.ts';
import { NotAllowed } from '../../refusals.ts';
import type { PersonalDataFindingId, PersonalDataFindingRow } from '../../trust/rows.ts';
import {
  holdFinding,
  settleFinding,
  type Settlement,
} from '../../trust/personal-data/settle-finding.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import { mayDecideFinding } from '../permissions.ts';
import { settleItem } from '../queue/items.ts';

/**
 * A moderator decides whether readers see what looks personal, and the post is drawn accordingly
 * at once. Decided by a colleague meanwhile: 409. In one's own post: 403. Its author hears what is
 * masked.
 */
export async function decideFinding(
  work: Work,
  markdown: Markdown,
  id: PersonalDataFindingId,
  settlement: Settlement,
): Promise<void> {
  await settleOne(work, markdown, id, settlement);
  if (settlement.state === 'masked')
    await work.record('personal data masked', { findingIds: [id] });
}

/** A moderator masks several things in one post, of which its author hears once. */
export async function maskFindings(
  work: Work,
  markdown: Markdown,
  findings: readonly Pick<PersonalDataFindingRow, 'id' | 'state'>[],
  reason: string,
): Promise<void> {
  for (const { id, state } of findings) {
    await settleOne(work, markdown, id, { state: 'masked', reason, was: state });
  }
  await work.record('personal data masked', { findingIds: findings.map(({ id }) => id) });
}

async function settleOne(
  work: Work,
  markdown: Markdown,
  id: PersonalDataFindingId,
  settlement: Settlement,
): Promise<void> {
  const moderator = actingModerator(work);
  const { finding, ref, held } = await holdFinding(work, id);
  if (!mayDecideFinding(moderator, held.post)) {
    throw new NotAllowed('You wrote this, so a colleague decides.');
  }
  await settleFinding(work, finding, settlement);
  await settleItem(work, { kind: 'personal-data', subject_id: id });
  await redrawPost(work, markdown, ref);
  await logAct(work, {
    act: `personal-data-${settlement.state}`,
    subject: `${held.kind}:${String(held.post.id)}`,
    reason: finding.kind,
    note: settlement.reason,
  });
}
