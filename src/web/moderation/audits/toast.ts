import type { Knex } from 'knex';

import { findShowing } from '../../../moderation/agreement/known-items/showings.ts';
import { findLastDecision } from '../../../moderation/audits/read-tally.ts';
import { keysInForce, readDeskSettings } from '../../../moderation/queue/desk-settings.ts';
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

/** The same on a page, which may have something of its own to bring into focus. */
export type ShownToast = Toast & { focus: boolean };

type Needs = { db: Knex; now: () => Date; formats: Formats };

/**
 * Says what a moderator decided last, for as long as it can be undone. One query where there is
 * nothing to say, as on nearly every page.
 */
export async function readToast(
  { db, now, formats }: Needs,
  moderator: MemberRow,
  kind?: QueueKind,
): Promise<Toast | undefined> {
  const last = await findLastDecision(db, moderator, now());
  if (!last) return undefined;
  const key = keysInForce(await readDeskSettings(db, moderator)).undo;
  if (last.kind === 'known') {
    const known = await findShowing(db, last.auditId);
    return known && { text: knownWords(known), undo: undefined, key };
  }
  const undo = withQuery(`${auditHref(last.auditId)}/undo`, { kind });
  if (last.kind === 'opinion') {
    const text = `Your opinion on “${last.title}” is recorded; a colleague checks this one too.`;
    return { text, undo, key };
  }
  const [reward, keeping] = await Promise.all([
    findReward(db, last.acceptanceId),
    readKeeping(db, last.acceptanceId),
  ]);
  const moved = movedWords(reward && { ...reward, keeping }, formats);
  const text = `${DONE[last.verdict]} “${last.title}”. ${moved}`.trim();
  return { text, undo, key };
}

const DONE: Record<VerdictRow['verdict'], string> = {
  pass: 'Passed',
  fix: 'Fixed and passed',
  fail: 'Failed',
};
