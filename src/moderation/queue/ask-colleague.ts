import type { Knex } from 'knex';

import { mayModerate } from '../../forum/permissions.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import { Conflict, found, Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import type { QueueItemRow, QueueRequestRow } from '../rows.ts';
import type { Subject } from './items.ts';

/** What is asked, and of whom; of whoever comes next where nobody is named. */
export type Request = { note: string; of: string };

/**
 * A moderator leaves what waits to a colleague and says why: it comes first for whoever is named,
 * and no more to whoever asks. It bars nobody.
 */
export async function askColleague(
  work: Work,
  { kind, subject_id }: Subject,
  { note, of }: Request,
): Promise<void> {
  const moderator = actingModerator(work);
  const newest = work.trx('queue_items').where({ kind, subject_id }).orderBy('id', 'desc');
  const item = found(await newest.forUpdate().first(), 'item');
  if (item.state !== 'waiting') throw new Conflict('It was decided meanwhile.');
  if (item.barred.includes(moderator.id)) {
    throw new NotAllowed('You have a part in this one, so a colleague decides anyway.');
  }
  if (note.trim() === '') throw new Invalid({ ask_note: 'Say what you would like to know.' });
  const asked_of = of === '' ? null : await findColleague(work, of, { item, moderator });
  const asked = { kind, subject_id, asked_by: moderator.id, asked_of, note };
  await work.trx('queue_requests').insert({ ...asked, asked_at: work.at });
  await work
    .trx('queue_items')
    .where({ id: item.id })
    .update({
      ...{ asked_by: moderator.id, assigned_to: asked_of },
      ...{ claimed_by: null, claimed_until: null },
    });
  await logAct(work, { act: 'colleague-asked', subject: `item:${String(item.id)}` });
}

/** What was asked about something that waits, the newest first, with who asks and of whom. */
export async function readRequests(
  db: Knex,
  { kind, subject_id }: Subject,
): Promise<(QueueRequestRow & { asker: string; colleague: string | null })[]> {
  const { rows } = await db.raw<{
    rows: (QueueRequestRow & { asker: string; colleague: string | null })[];
  }>(
    `select r.*, m.name as asker, c.name as colleague
       from queue_requests r
       join members m on m.id = r.asked_by
       left join members c on c.id = r.asked_of
      where r.kind = ? and r.subject_id = ?
      order by r.id desc
      limit 10`,
    [kind, subject_id],
  );
  return rows;
}

/** Whom a moderator can ask, by name. */
export const listColleagues = async (db: Knex, { id }: Pick<MemberRow, 'id'>): Promise<string[]> =>
  (
    await db('members').where({ role: 'moderator' }).whereNot({ id }).orderBy('name').select('name')
  ).map(({ name }) => name);

async function findColleague(
  work: Work,
  name: string,
  { item, moderator }: { item: QueueItemRow; moderator: MemberRow },
): Promise<MemberId> {
  const colleague = await work.trx('members').where({ name }).first();
  if (!colleague || !mayModerate(colleague) || colleague.id === moderator.id) {
    throw new Invalid({ ask_of: 'Choose a colleague from the list.' });
  }
  if (item.barred.includes(colleague.id)) {
    throw new Invalid({ ask_of: `${name} has a part in this one. Ask somebody else.` });
  }
  return colleague.id;
}
