import {
  dropSynonyms,
  setSynonyms,
  type SynonymsChange,
} from '../../forum/search/edit-synonyms.ts';
import type { SynonymGroupId, SynonymGroupRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import { writingMember } from '../../members/writing-member.ts';
import { NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { ModerationLogRow } from '../rows.ts';

/** Who looks after what search finds. */
export const SEARCH_KEEPERS = ['moderator', 'admin'] as const satisfies MemberRow['role'][];

/** Somebody of ours has search take words for one another. Invalid as `setSynonyms` says. */
export async function saveSynonyms(work: Work, change: SynonymsChange): Promise<void> {
  refuseOthers(work);
  await logGroup(work, 'synonyms-saved', await setSynonyms(work, change));
}

/** Somebody of ours has search tell a group of words apart again. */
export async function removeSynonyms(work: Work, id: SynonymGroupId): Promise<void> {
  refuseOthers(work);
  await logGroup(work, 'synonyms-dropped', await dropSynonyms(work, id));
}

function refuseOthers(work: Work): void {
  const { role } = writingMember(work);
  if (!SEARCH_KEEPERS.some((keeper) => keeper === role)) {
    throw new NotAllowed('Only our team can do this.');
  }
}

const logGroup = (work: Work, act: ModerationLogRow['act'], { id, terms }: SynonymGroupRow) =>
  logAct(work, { act, subject: `synonyms:${String(id)}`, note: terms.join(' = ') });
