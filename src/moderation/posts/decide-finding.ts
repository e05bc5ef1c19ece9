import { redrawPost } from '../../forum/draw-post.ts';
import type { HeldPost } from '../../forum/held-post.ts';
import type { Markdown } from '../../forum/markdown.ts';
import type { MemberRow } from '../../members/rows.ts';
import { NotAllowed } from '../../refusals.ts';
import type { PersonalDataFindingId, PersonalDataFindingRow } from '../../trust/rows.ts';
import {
  holdFinding,
  settleFinding,
  type Settlement,
} from '../../trust/personal-data/settle-finding.ts';
import type { Work } from '../../work.ts';
import { actingModerator, actingReviewer } from '../acting-moderator.ts';
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
  const may = mayDecide(actingModerator(work));
  await settleOne(work, markdown, id, settlement, may);
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
  const may = mayDecide(actingModerator(work));
  for (const { id, state } of findings) {
    await settleOne(work, markdown, id, { state: 'masked', reason, was: state }, may);
  }
  await work.record('personal data masked', { findingIds: findings.map(({ id }) => id) });
}

/** Readers see again what was masked, on appeal; whoever decides that has no part in the post. */
export const showAgain = (
  work: Work,
  markdown: Markdown,
  id: PersonalDataFindingId,
  reason: string,
): Promise<void> => {
  const { id: reviewer } = actingReviewer(work);
  const may: May = ({ author_id }) => author_id !== reviewer;
  return settleOne(work, markdown, id, { state: 'shown', reason, was: 'masked' }, may);
};

type May = (post: HeldPost['post']) => boolean;

const mayDecide =
  (moderator: MemberRow): May =>
  (post) =>
    mayDecideFinding(moderator, post);

async function settleOne(
  work: Work,
  markdown: Markdown,
  id: PersonalDataFindingId,
  settlement: Settlement,
  may: May,
): Promise<void> {
  const { finding, ref, held } = await holdFinding(work, id);
  if (!may(held.post)) throw new NotAllowed('You wrote this, so a colleague decides.');
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
