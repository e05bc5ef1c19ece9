import { cancelAudit } from '../moderation/audits/cancel-audit.ts';
import { recountExpertise } from '../moderation/experts/recount-expertise.ts';
import { auditFlagged } from '../moderation/audits/flag-audit.ts';
import { reviveAudit } from '../moderation/audits/revive-audit.ts';
import { recallAudits, recallFlagged } from '../moderation/governance/follow-verdicts.ts';
import { closeSilentAcceptance } from '../moderation/silent/end-objection.ts';
import { noteEffect } from '../moderation/record/note-effect.ts';
import { tellOfAcceptance } from '../notices/tell-of-acceptance.ts';
import { tellOfSolution } from '../notices/tell-followers.ts';
import { liftDoubt, holdDoubted } from '../rewards/hold-doubts.ts';
import { holdForObjection, liftObjection } from '../rewards/hold-objections.ts';
import { payOtherAcceptance } from '../rewards/pay-other-acceptance.ts';
import { restoreRemovedReward } from '../rewards/restore-reward.ts';
import { rewardAcceptance } from '../rewards/reward-acceptance.ts';
import { takeBackWithdrawnReward } from '../rewards/take-back-reward.ts';
import { countAcceptance, discountAcceptance } from '../trust/rings/count-acceptance.ts';
import { weighAcceptance } from '../trust/risk/weigh-acceptance.ts';
import { keepReported } from './reported-rewards.ts';
import { reviewWait } from '../forum/unanswered/review-wait.ts';
import { tellWatchers } from '../forum/live/tell-watchers.ts';
import type { Reactions } from '../work.ts';
import { auditDoubted } from '../moderation/audits/audit-doubted.ts';

/** What follows when an answer is accepted, and from all that becomes of an acceptance. */
export const acceptanceReactions: Pick<
  Reactions,
  | 'answer accepted'
  | 'acceptance flagged'
  | 'acceptance withdrawn'
  | 'accepted for asker'
  | 'acceptance reinstated'
  | 'objection over'
  | 'acceptance doubted'
  | 'doubt ended'
> = {
  'answer accepted': [
    ...[countAcceptance, rewardAcceptance, weighAcceptance, keepReported],
    ...[tellOfAcceptance, tellOfSolution, tellWatchers, reviewWait],
  ],
  'acceptance flagged': [auditFlagged, recallFlagged],
  'acceptance withdrawn': [
    ...[discountAcceptance, recountExpertise, takeBackWithdrawnReward, liftDoubt],
    ...[payOtherAcceptance, cancelAudit, recallAudits, closeSilentAcceptance],
    ...[tellWatchers, reviewWait],
  ],
  'accepted for asker': [holdForObjection],
  'acceptance reinstated': [
    ...[restoreRemovedReward, countAcceptance, recountExpertise, reviveAudit],
    noteEffect('restored'),
    tellWatchers,
  ],
  'objection over': [liftObjection],
  'acceptance doubted': [recountExpertise, holdDoubted, auditDoubted],
  'doubt ended': [recountExpertise, liftDoubt, tellWatchers],
};
