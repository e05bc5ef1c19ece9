import type { AnswerId } from '../forum/rows.ts';
import type { CaseMessageId } from '../handoff/rows.ts';
import type { Work } from '../work.ts';
import { actingKeeper } from './acting-keeper.ts';
import type { CannedTextId } from './rows.ts';

/** What was posted with canned texts in it. */
export type Sent = { answer: AnswerId } | { message: CaseMessageId };

/** Keeps in which post texts were sent; those that are not for such posts are passed over. */
export async function noteUse(
  work: Work,
  texts: readonly CannedTextId[],
  sent: Sent,
): Promise<void> {
  const use = 'answer' in sent ? 'public-answer' : 'private-reply';
  actingKeeper(work, use);
  const known = await work.trx('canned_texts').where({ use }).whereIn('id', texts).select('id');
  if (known.length === 0) return;
  const post = 'answer' in sent ? { answer_id: sent.answer } : { message_id: sent.message };
  await work
    .trx('canned_uses')
    .insert(known.map(({ id }) => ({ text_id: id, ...post, used_at: work.at })));
}
