import assert from 'node:assert/strict';

import type { MemberId } from '../../members/rows.ts';
import { writingMember } from '../../members/writing-member.ts';
import { Conflict, NotAllowed, TooMany } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { findQuestion } from '../find-posts.ts';
import { maySuggestSame } from '../permissions.ts';
import type { LikelyDuplicateRow, QuestionId } from '../rows.ts';
import { holdPair } from '../threads/hold-pair.ts';

/** How many pairs a member may name within a day. */
export const SUGGESTIONS_A_DAY = 10;

export type Suggestion = { question: QuestionId; other: QuestionId };

/**
 * A Guide or Steward says that two questions ask the same, for a moderator to look at. Refuses
 * others (403), what was said already or was set apart by a moderator (409), and more than
 * `SUGGESTIONS_A_DAY` (429).
 */
export async function suggestSame(work: Work, { question, other }: Suggestion): Promise<void> {
  const member = writingMember(work);
  if (!maySuggestSame(member)) throw new NotAllowed('Guides and Stewards can suggest this.');
  for (const id of [question, other]) await findQuestion(work.trx, id, member);
  const { source, target } = await holdPair(work, { source: question, target: other });
  await refuseTooMany(work, member.id);
  const pair = await notePair(work, [source.id, target.id]);
  if (pair.set_apart_at !== null) {
    throw new Conflict('Our team has looked at these two, and they are not the same.');
  }
  const said = { pair_id: pair.id, member_id: member.id };
  if (await work.trx('duplicate_suggestions').where(said).first()) {
    throw new Conflict('You’ve said so already. Our team has a look.');
  }
  await work.trx('duplicate_suggestions').insert({ ...said, suggested_at: work.at });
}

const DAY = 86_400_000;

/** `holdPair` lets one suggestion follow another, so that two at once are counted. */
async function refuseTooMany({ trx, at }: Work, member_id: MemberId): Promise<void> {
  const said = await trx('duplicate_suggestions')
    .where({ member_id })
    .where('suggested_at', '>', new Date(at.getTime() - DAY))
    .orderBy('suggested_at')
    .select('suggested_at');
  const oldest = said.at(-SUGGESTIONS_A_DAY);
  if (!oldest) return;
  throw new TooMany(Math.ceil((oldest.suggested_at.getTime() + DAY - at.getTime()) / 1000));
}

async function notePair(
  { trx, at }: Work,
  ids: [QuestionId, QuestionId],
): Promise<LikelyDuplicateRow> {
  const [older_id, newer_id] = ids.sort((one, other) => one - other);
  const both = { older_id, newer_id };
  await trx('likely_duplicates')
    .insert({ ...both, noted_at: at })
    .onConflict(['older_id', 'newer_id'])
    .ignore();
  const pair = await trx('likely_duplicates').where(both).forUpdate().first();
  assert(pair, 'it was noted');
  return pair;
}
