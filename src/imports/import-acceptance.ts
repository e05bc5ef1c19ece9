import assert from 'node:assert/strict';

import { acceptAnswer } from '../forum/accept-answer.ts';
import { findLiveAcceptance } from '../forum/acceptances.ts';
import type { AnswerId } from '../forum/rows.ts';
import { bookHistory } from '../ledger/book-history.ts';
import { findReward } from '../rewards/rewards.ts';
import type { RewardRow } from '../rewards/rows.ts';
import type { Work } from '../work.ts';

/**
 * Accepts an answer as the acting member, long ago, and says what the rules made of it: a reward
 * set aside, or a refusal with its reason.
 */
export async function importAcceptance(work: Work, id: AnswerId): Promise<RewardRow> {
  const { question_id } = await bookHistory(work, () => acceptAnswer(work, id));
  const acceptance = await findLiveAcceptance(work.trx, question_id);
  const reward = acceptance && (await findReward(work.trx, acceptance.id));
  assert(reward, 'every acceptance has a reward, if only a refused one');
  return reward;
}
