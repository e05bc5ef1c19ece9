import { writingMember } from '../../members/writing-member.ts';
import { found, Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { isCaseStaff } from '../permissions.ts';
import type { CaseReplyId } from '../rows.ts';

export type SavedReply = {
  /** Undefined for a new one. */
  id: CaseReplyId | undefined;
  title: string;
  body: string;
};

/** Keeps a text for the whole team, new or instead of what it was. A title that is taken: Invalid. */
export async function saveReply(work: Work, { id, title, body }: SavedReply): Promise<void> {
  const text = { title, body, changed_by: actingColleague(work), changed_at: work.at };
  // Two who save under one title wait for each other here.
  await work.trx.raw('lock table case_replies in share row exclusive mode');
  const taken = await work
    .trx('case_replies')
    .where({ dropped_at: null })
    .whereRaw('lower(title) = lower(?)', [title])
    .first('id');
  if (taken && taken.id !== id) throw new Invalid({ title: 'There is one of this title already.' });
  const [saved] =
    id === undefined
      ? await work.trx('case_replies').insert(text).returning('id')
      : await work.trx('case_replies').where({ id, dropped_at: null }).update(text).returning('id');
  const { id: replyId } = found(saved, 'reply');
  await work.record('canned reply changed', { replyId, act: 'case-reply-saved' });
}

/** Takes a text off the list. Messages that were sent with it stay as they are. */
export async function dropReply(work: Work, id: CaseReplyId): Promise<void> {
  const changed_by = actingColleague(work);
  const [dropped] = await work
    .trx('case_replies')
    .where({ id, dropped_at: null })
    .update({ dropped_at: work.at, changed_by, changed_at: work.at })
    .returning('id');
  found(dropped, 'reply');
  await work.record('canned reply changed', { replyId: id, act: 'case-reply-dropped' });
}

function actingColleague(work: Work) {
  const actor = writingMember(work);
  if (!isCaseStaff(actor)) throw new NotAllowed('Only our team can do this.');
  return actor.id;
}
