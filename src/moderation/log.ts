import type { Knex } from 'knex';

import { actorId, type Work } from '../work.ts';
import type { ModerationLogRow } from './rows.ts';

type Entry = Pick<ModerationLogRow, 'act' | 'subject'> & { reason?: string; note?: string };

/** Writes a moderator's act down, for ever, in the transaction of the act itself. */
export async function logAct(work: Work, entry: Entry): Promise<void> {
  await work
    .trx('moderation_log')
    .insert({ ...entry, actor_id: actorId(work), happened_at: work.at });
}

/** Every act on a post or an audit, the oldest first, with the moderator's name. */
export const listActs = (
  db: Knex,
  subject: string,
): Promise<(ModerationLogRow & { actor: string | null })[]> =>
  db('moderation_log')
    .leftJoin('members', 'members.id', 'moderation_log.actor_id')
    .where({ subject })
    .orderBy('moderation_log.id')
    .select('moderation_log.*', 'members.name as actor');
