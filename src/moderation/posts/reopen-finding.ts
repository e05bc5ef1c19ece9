import { redrawPost } from '../../forum/draw-post.ts';
import type { Markdown } from '../../forum/markdown.ts';
import { holdFinding, unsettleFinding } from '../../trust/personal-data/settle-finding.ts';
import type { PersonalDataFindingId } from '../../trust/rows.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** Undoes one's own decision about what looks personal: it waits again, and is masked meanwhile. */
export async function reopenFinding(
  work: Work,
  markdown: Markdown,
  id: PersonalDataFindingId,
): Promise<void> {
  actingModerator(work);
  const { finding, ref, held } = await holdFinding(work, id);
  await unsettleFinding(work, finding);
  await redrawPost(work, markdown, ref);
  const subject = `${held.kind}:${String(held.post.id)}`;
  await logAct(work, { act: 'personal-data-reopened', subject, reason: finding.kind });
}
