import { setUnmergedApart } from '../forum/duplicates/set-apart.ts';
import { doubtGuides } from '../guides/queue-guides.ts';
import { restartOpinions } from '../moderation/agreement/restart-opinions.ts';
import { recountExpertise } from '../moderation/experts/recount-expertise.ts';
import { clearEdited } from '../moderation/outdated/decide-outdated.ts';
import { forgetRemoved } from '../moderation/outdated/mark-outdated.ts';
import { closeRemoved } from '../moderation/reports/close-case.ts';
import { followVerdict, forgetUndone } from '../moderation/governance/follow-verdicts.ts';
import { sweepFindings } from '../moderation/posts/queue-findings.ts';
import { noteEffect } from '../moderation/record/note-effect.ts';
import { followSplit } from '../moderation/threads/follow-split.ts';
import { moveNotices } from '../notices/move-notices.ts';
import { noteIn } from '../pictures/note-uses.ts';
import { liftDoubt } from '../rewards/hold-doubts.ts';
import { releaseAuditedReward, releaseClearedRewards } from '../rewards/release-reward.ts';
import { rewardAcceptance } from '../rewards/reward-acceptance.ts';
import { takeBackFailedReward } from '../rewards/take-back-reward.ts';
import { undoDecision } from '../rewards/undo-decision.ts';
import { learnFromRemoval } from '../trust/spam/suspicions.ts';
import { checkOriginality } from '../trust/originality/check-originality.ts';
import {
  checkAnswer,
  checkComment,
  checkQuestion,
} from '../trust/personal-data/check-published.ts';
import { countAcceptance } from '../trust/rings/count-acceptance.ts';
import { weighAnswer } from '../trust/risk/weigh-acceptance.ts';
import { keepReported, liftReported } from './reported-rewards.ts';
import type { EventName } from '../events.ts';
import { reviewWait } from '../forum/unanswered/review-wait.ts';
import { reactions } from './reactions.ts';
import type { Reaction, Reactions } from '../work.ts';

/** All that follows, but nobody is asked to answer what waited long ago. */
const unoffered = <Name extends EventName>(name: Name): readonly Reaction<Name>[] =>
  reactions[name].filter((react: unknown) => react !== reviewWait);

/** What follows from what happened long ago, as seeds and imports replay it: nobody is mailed. */
export const reactionsToHistory: Reactions = {
  ...reactions,
  'member joined': [],
  'level changed': [],
  'question asked': [checkQuestion, noteIn.question],
  'question edited': [checkQuestion, noteIn.question],
  'answer posted': [checkAnswer, checkOriginality, noteIn.answer],
  'answer marked outdated': [],
  'answer edited': [
    ...[checkAnswer, checkOriginality, weighAnswer, restartOpinions],
    ...[clearEdited, noteIn.answer],
  ],
  'comment posted': [checkComment],
  'questions merged': [],
  'merge undone': [setUnmergedApart],
  'question split': [checkQuestion, noteIn.question, followSplit, moveNotices],
  'split undone': [followSplit, moveNotices],
  'personal data masked': [],
  'acceptance withdrawn': unoffered('acceptance withdrawn'),
  'question resolved': unoffered('question resolved'),
  'question reopened': unoffered('question reopened'),
  'post restored': unoffered('post restored'),
  'answer accepted': [countAcceptance, rewardAcceptance, keepReported],
  'post removed': [...[forgetRemoved, closeRemoved, learnFromRemoval, sweepFindings, doubtGuides]],
  'post let through': [sweepFindings],
  'audit decided': [
    ...[recountExpertise, releaseAuditedReward, takeBackFailedReward, liftDoubt],
    followVerdict,
  ],
  'verdict undone': [recountExpertise, undoDecision, forgetUndone, noteEffect('restored')],
  'report decided': [liftReported],
  'member sanctioned': [],
  'sanction ended': [releaseClearedRewards],
  'appeal decided': [],
  'steward invited': [],
  'steward topics changed': [],
  'signature asked for': [],
  'budget nearly used': [],
  'budget used': [],
  'guide shown': [],
  'case replied': [],
  'case closed': [],
};
