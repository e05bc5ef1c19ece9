import { found } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import type { DraftId, QuestionId } from '../rows.ts';

/** Days after which a draft that nobody touches is deleted. */
export const KEPT_FOR = 30;

/**
 * Empties what the acting member has typed for a form, because it is posted. Its version goes on,
 * so that a save which was already on its way comes too late.
 */
export async function forgetDraft(work: Work, question_id: QuestionId | null): Promise<void> {
  const { id: member_id } = actingMember(work);
  await work.trx.raw(
    `insert into drafts as d (member_id, question_id, title, body, topic, private, version, saved_at)
     values (?, ?, '', '', '', false, 1, ?)
         on conflict on constraint drafts_one_for_each_form
         do update set title = '', body = '', topic = '', private = false,
                       version = d.version + 1, saved_at = excluded.saved_at`,
    [member_id, question_id, work.at],
  );
}

/** Empties one of the acting member's drafts; anybody else's is not there (404). */
export async function discardDraft(work: Work, id: DraftId): Promise<void> {
  const { id: member_id } = actingMember(work);
  const draft = found(await work.trx('drafts').where({ id, member_id }).first(), 'draft');
  await forgetDraft(work, draft.question_id);
}

/** Deletes drafts that nobody has touched for `KEPT_FOR` days, and after a day what is left of others. */
export async function deleteOldDrafts({ trx, at }: Work): Promise<void> {
  await trx('drafts').where('saved_at', '<', daysBefore(at, KEPT_FOR)).delete();
  const emptied = trx('drafts').where({ title: '', body: '' });
  await emptied.andWhere('saved_at', '<', daysBefore(at, 1)).delete();
}

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000);
