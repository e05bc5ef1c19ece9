import type { MemberRow } from '../../members/rows.ts';
import { isReviewer } from '../acting-moderator.ts';

/** Moderators and admins, so that two moderators have a third to turn to; never who has a part. */
export const mayDecideAppeal = (
  actor: Pick<MemberRow, 'id' | 'role'>,
  barred: readonly number[],
): boolean => isReviewer(actor) && !barred.includes(actor.id);
