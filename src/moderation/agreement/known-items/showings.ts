import type { Knex } from 'knex';

import { Conflict, found } from '../../../refusals.ts';
import { actingMember, type Work } from '../../../work.ts';
import { logAct } from '../../log.ts';
import { settleItem } from '../../queue/items.ts';
import type { AuditId, AuditOpinionRow, KnownItemRow, KnownShowingRow } from '../../rows.ts';

/** A known item before somebody, with what two people agree is right. */
export type Showing = Omit<KnownShowingRow, 'id'> & {
  id: AuditId;
  known: Pick<KnownItemRow, 'audit_id' | 'verdict' | 'why'>;
};

/** The showing whose number an address names, for whom it is shown to; undefined for an audit's. */
export async function findShowing(db: Knex, id: AuditId): Promise<Showing | undefined> {
  const { rows } = await db.raw<{ rows: Showing[] }>(
    `select s.*, json_build_object('audit_id', k.audit_id, 'verdict', k.verdict, 'why', k.why) as known
       from known_showings s
       join known_items k on k.id = s.known_item_id
      where s.id = ?`,
    [id],
  );
  return rows[0];
}

/** Records what a moderator says of a known item, once; nothing else comes of it. */
export async function answerShowing(
  work: Work,
  { id }: Pick<Showing, 'id'>,
  { verdict, reason }: Pick<AuditOpinionRow, 'verdict' | 'reason'>,
): Promise<void> {
  const member_id = actingMember(work).id;
  const mine = work.trx('known_showings').where({ id: id as never, member_id });
  const showing = found(await mine.clone().forUpdate().first(), 'audit');
  if (showing.answered_at) throw new Conflict('You have decided this one already.');
  await mine.clone().update({ verdict, reason, answered_at: work.at });
  await settleItem(work, { kind: 'audit', subject_id: id });
  await logAct(work, { act: 'opinion-given', subject: `audit:${String(id)}` });
}
