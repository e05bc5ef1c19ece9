import { readShowing } from '../../../moderation/agreement/known-items/read-showing.ts';
import { findShowing, type Showing } from '../../../moderation/agreement/known-items/showings.ts';
import { type AuditItem, readAudit } from '../../../moderation/audits/read-audit.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';

/** What stands at an address of the desk: an audit, or a known item as if it were one. */
export type DeskItem = { item: AuditItem; known: Showing | undefined };

/** Reads it for a moderator; 404 where there is none, or a known item is shown to somebody else. */
export async function readDeskItem(
  { db, markdown, now }: Pick<Deps, 'db' | 'markdown' | 'now'>,
  viewer: Pick<MemberRow, 'id'>,
  id: AuditId,
): Promise<DeskItem> {
  const known = await findShowing(db, id);
  if (known && known.member_id !== viewer.id) throw new NotFound('audit');
  const item = known ? await readShowing(db, markdown, known, now()) : readAudit(db, id, now());
  return { item: await item, known };
}
