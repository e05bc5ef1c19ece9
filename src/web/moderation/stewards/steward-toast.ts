import type { Knex } from 'knex';

import type { MemberRow } from '../../../members/rows.ts';
import { findLastDecision } from '../../../moderation/audits/read-tally.ts';
import { findWhatFollowed } from '../../../moderation/governance/take-back-opinion.ts';
import { keysInForce, readDeskSettings } from '../../../moderation/queue/desk-settings.ts';
import type { Toast } from '../audits/toast.ts';
import { stewardHref } from './desk-page.ts';

/** Says what a steward said last, for as long as nothing has followed and they can take it back. */
export async function readStewardToast(
  { db, now }: { db: Knex; now: () => Date },
  steward: MemberRow,
): Promise<Toast | undefined> {
  const last = await findLastDecision(db, steward, now());
  if (last?.kind !== 'opinion') return undefined;
  const opinion = { id: last.opinionId, audit_id: last.auditId };
  if (await findWhatFollowed(db, opinion, now())) return undefined;
  return {
    text: `Your opinion on “${last.title}” is kept.`,
    undo: `${stewardHref(last.auditId)}/undo`,
    key: keysInForce(await readDeskSettings(db, steward)).undo,
  };
}
