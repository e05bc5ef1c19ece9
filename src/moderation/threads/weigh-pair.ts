import { offerAgain, setApart } from '../../forum/duplicates/set-apart.ts';
import type { LikelyDuplicateId, LikelyDuplicateRow } from '../../forum/rows.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator says that two questions are not the same; logged. */
export async function setPairApart(work: Work, id: LikelyDuplicateId): Promise<void> {
  actingModerator(work);
  await logAct(work, { act: 'pair-set-apart', ...namesOf(await setApart(work, id)) });
}

/** A moderator takes that back; logged. */
export async function offerPairAgain(work: Work, id: LikelyDuplicateId): Promise<void> {
  actingModerator(work);
  await logAct(work, { act: 'pair-offered-again', ...namesOf(await offerAgain(work, id)) });
}

const namesOf = ({ older_id, newer_id }: LikelyDuplicateRow) => ({
  subject: `question:${String(newer_id)}`,
  note: `and question:${String(older_id)}`,
});
