import assert from 'node:assert/strict';

import { NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { mayModerate } from '../permissions.ts';
import type { QuestionId, QuestionMergeRow } from '../rows.ts';
import { refreshSearch } from '../search/search-document.ts';
import { carryFollowers, carryMeToos, carryVotes } from './carry-followers.ts';
import { holdPair, type Pair } from './hold-pair.ts';
import { moveAnswers } from './move-answers.ts';

export type Merging = { source: QuestionId; target: QuestionId; reason: string };

/**
 * A moderator says that one question asks what another does. Its address leads to the other from
 * then on; its answers move there with all that belongs to them; whoever follows it, has it too or
 * voted for it does so there, each once. Acceptances stay with who gave them, and so do rewards.
 * What was merged into it before leads on at once.
 */
export async function mergeQuestions(work: Work, merging: Merging): Promise<QuestionMergeRow> {
  const moderator = actingMember(work);
  if (!mayModerate(moderator)) throw new NotAllowed('Only moderators can merge questions.');
  const pair = await holdPair(work, merging);
  const { source, target } = pair;
  const carried = {
    answer_ids: await moveAnswers(work, { from: source, to: target }),
    follower_ids: await carryFollowers(work, pair),
    me_too_ids: await carryMeToos(work, pair),
    voter_ids: await carryVotes(work, pair),
    ...(await carryActivity(work, pair)),
  };
  await leadOn(work, pair);
  const [merge] = await work
    .trx('question_merges')
    .insert({
      ...{ source_id: source.id, target_id: target.id, reason: merging.reason, ...carried },
      ...{ merged_by: moderator.id, merged_at: work.at },
    })
    .returning('*');
  assert(merge, 'the merge was written');
  for (const { id } of [source, target]) await refreshSearch(work, id);
  await work.record('questions merged', { mergeId: merge.id });
  return merge;
}

async function carryActivity({ trx }: Work, { source, target }: Pair) {
  const [active_before, other] = [target.last_activity_at, source.last_activity_at];
  const active_after = other > active_before ? other : active_before;
  await trx('questions').where({ id: target.id }).update({ last_activity_at: active_after });
  return { active_before, active_after };
}

/** Every address that led to the source leads to the target, without a stop on the way. */
async function leadOn({ trx }: Work, { source, target }: Pair): Promise<void> {
  await trx('questions')
    .where({ id: source.id })
    .orWhere({ merged_into: source.id })
    .update({ merged_into: target.id });
  await trx('topics').where({ id: source.topic_id }).decrement('question_count', 1);
}
