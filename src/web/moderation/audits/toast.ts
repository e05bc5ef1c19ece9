import type { Knex } from 'knex';

import { findAnswered } from '../../../moderation/agreement/known-items/showings.ts';
import { UNDO } from '../../../moderation/audits/undo-verdict.ts';
import { findUndoable } from '../../../moderation/audits/read-tally.ts';
import type { DeskKeys } from '../../../moderation/queue/desk-settings.ts';
import type { VerdictRow } from '../../../moderation/rows.ts';
import { readKeeping } from '../../../rewards/keeping.ts';
import { findReward } from '../../../rewards/rewards.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import type { QueueKind } from '../queue/kinds.ts';
import { auditHref } from './audit-href.ts';
import { knownWords } from './known-words.ts';
import { movedWords } from './reward-words.ts';

/** What was decided a moment ago, and the address that takes it back where that can be. */
export type Toast = { text: string; undo: string | undefined; /** What presses it. */ key: string };

type Needs = { db: Knex; now: () => Date; formats: Formats };

/** Says what a moderator decided last, for as long as it can be undone. */
export async function readToast(
  { db, now, formats }: Needs,
  moderator: MemberRow,
  { kind, keys }: { kind?: QueueKind | undefined; keys: DeskKeys },
): Promise<Toast | undefined> {
  const known = await findAnswered(db, moderator, new Date(now().getTime() - UNDO));
  const last = await findUndoable(db, moderator, now());
  if (known && !(last && known.answered_at && last.at > known.answered_at)) {
    return { text: knownWords(known), undo: undefined, key: keys.undo };
  }
  if (!last) return undefined;
  const undo = withQuery(`${auditHref(last.auditId)}/undo`, { kind });
  if (last.isOpinion) {
    const text = `Your opinion on “${last.title}” is recorded; a colleague checks this one too.`;
    return { text, undo, key: keys.undo };
  }
  const [reward, keeping] = await Promise.all([
    findReward(db, last.acceptanceId),
    readKeeping(db, last.acceptanceId),
  ]);
  const moved = movedWords(reward && { ...reward, keeping }, formats);
  const text = `${DONE[last.verdict]} “${last.title}”. ${moved}`.trim();
  return { text, undo, key: keys.undo };
}

const DONE: Record<VerdictRow['verdict'], string> = {
  pass: 'Passed',
  fix: 'Fixed and passed',
  fail: 'Failed',
};
