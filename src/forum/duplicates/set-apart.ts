import type { Events } from '../../events.ts';
import { Conflict, found, NotAllowed } from '../../refusals.ts';
import { actingMember, actorId, type Work } from '../../work.ts';
import { mayModerate } from '../permissions.ts';
import type { LikelyDuplicateId, LikelyDuplicateRow } from '../rows.ts';

/** A moderator says that two questions do not ask the same: they are not offered any more. */
export async function setApart(work: Work, id: LikelyDuplicateId): Promise<LikelyDuplicateRow> {
  const pair = await holdForModerator(work, id);
  if (pair.set_apart_at !== null) throw new Conflict('They are set apart already.');
  const apart = { set_apart_by: actingMember(work).id, set_apart_at: work.at };
  await work.trx('likely_duplicates').where({ id }).update(apart);
  return pair;
}

/** A moderator takes that back: they are offered again. */
export async function offerAgain(work: Work, id: LikelyDuplicateId): Promise<LikelyDuplicateRow> {
  const pair = await holdForModerator(work, id);
  if (pair.set_apart_at === null) throw new Conflict('They are offered already.');
  const offered = { set_apart_by: null, set_apart_at: null };
  await work.trx('likely_duplicates').where({ id }).update(offered);
  return pair;
}

/** What a moderator took apart again is not offered as one, whoever found it. */
export async function setUnmergedApart(
  work: Work,
  { mergeId }: Events['merge undone'],
): Promise<void> {
  await work.trx.raw(APART, { merge: mergeId, by: actorId(work), at: work.at });
}

async function holdForModerator(work: Work, id: LikelyDuplicateId): Promise<LikelyDuplicateRow> {
  if (!mayModerate(actingMember(work))) throw new NotAllowed('Only moderators can do this.');
  return found(await work.trx('likely_duplicates').where({ id }).forUpdate().first(), 'pair');
}

const APART = `
  insert into likely_duplicates (older_id, newer_id, noted_at, set_apart_by, set_apart_at)
  select least(source_id, target_id), greatest(source_id, target_id), :at, :by, :at
    from question_merges where id = :merge
      on conflict (older_id, newer_id)
      do update set set_apart_by = excluded.set_apart_by, set_apart_at = excluded.set_apart_at`;
