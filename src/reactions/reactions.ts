import { acceptanceReactions } from './acceptances.ts';
import { doubtGuides } from '../guides/queue-guides.ts';
import { caseReactions } from './cases.ts';
import { threadReactions } from './threads.ts';
import { restartOpinions } from '../moderation/agreement/restart-opinions.ts';
import { recountExpertise } from '../moderation/experts/recount-expertise.ts';
import { openFraudItem, settleFraudItem } from '../moderation/fraud/queue-case.ts';
import { closeRemoved } from '../moderation/reports/close-case.ts';
import { followVerdict, forgetUndone } from '../moderation/governance/follow-verdicts.ts';
import { sendToStewards } from '../moderation/governance/send-to-stewards.ts';
import {
  queueFinding,
  settleFindingItem,
  sweepFindings,
} from '../moderation/posts/queue-findings.ts';
import { clearEdited } from '../moderation/outdated/decide-outdated.ts';
import { heedReaders } from '../moderation/outdated/flag-outdated.ts';
import { forgetRemoved } from '../moderation/outdated/mark-outdated.ts';
import { logUnansweredTerms, settleUnanswered } from '../moderation/unanswered/queue-unanswered.ts';
import { noteEffect } from '../moderation/record/note-effect.ts';
import { queueSuspicion, settleSuspicionItem } from '../moderation/posts/queue-suspicions.ts';
import { tellOfAppeal } from '../notices/tell-of-appeal.ts';
import { tellOfAnswer, tellOfPost } from '../notices/tell-of-answer.ts';
import { tellOfBudgetNearlyUsed, tellOfBudgetUsed } from '../notices/tell-of-budget.ts';
import { tellOfComment } from '../notices/tell-of-comment.ts';
import { tellOfMentions } from '../notices/tell-of-mentions.ts';
import { tellOfGuide } from '../notices/tell-of-guide.ts';
import { tellOfInvitation } from '../notices/tell-of-invitation.ts';
import { tellOfLevel } from '../notices/tell-of-level.ts';
import { tellOfMask } from '../notices/tell-of-mask.ts';
import { tellOfOutdated } from '../notices/tell-of-outdated.ts';
import { tellOfRemoval } from '../notices/tell-of-removal.ts';
import { tellOfQuestion } from '../notices/tell-topic-followers.ts';
import { tellOfReport } from '../notices/tell-of-report.ts';
import { tellOfSanction, tellOfSanctionEnd } from '../notices/tell-of-sanction.ts';
import { askToSign, tellOfTopics } from '../notices/tell-steward.ts';
import { tellOfVerdict, withholdOverturned, withholdVerdict } from '../notices/tell-of-verdict.ts';
import { noteIn } from '../pictures/note-uses.ts';
import { liftDoubt } from '../rewards/hold-doubts.ts';
import { holdSuspected, releaseSuspected } from '../rewards/hold-fraud.ts';
import { keepStaffUnpaid } from '../rewards/keep-staff-unpaid.ts';
import { payAfterSanction } from '../rewards/pay-after-sanction.ts';
import { releaseAuditedReward, releaseClearedRewards } from '../rewards/release-reward.ts';
import { restoreFailedReward, restoreUntainted } from '../rewards/restore-reward.ts';
import { takeBackFailedReward, takeBackForFraud } from '../rewards/take-back-reward.ts';
import { undoDecision } from '../rewards/undo-decision.ts';
import { waitForAudit } from '../rewards/wait-for-audit.ts';
import { learnFromRemoval, learnFromRestoration } from '../trust/spam/suspicions.ts';
import {
  screenAnswer,
  screenAnswerEdit,
  screenComment,
  screenQuestion,
  screenQuestionEdit,
} from '../trust/spam/screen.ts';
import { refuseThrowAway, refuseThrowAwayChange } from '../trust/spam/throw-away.ts';
import { checkOriginality } from '../trust/originality/check-originality.ts';
import {
  checkAnswer,
  checkComment,
  checkQuestion,
} from '../trust/personal-data/check-published.ts';
import { weighAnswer } from '../trust/risk/weigh-acceptance.ts';
import { drawByRules } from './draw-by-rules.ts';
import { keepWhileReported, liftReported } from './reported-rewards.ts';
import { reviewWait } from '../forum/unanswered/review-wait.ts';
import { endAnswering, tellWatchers } from '../forum/live/tell-watchers.ts';
import type { Reactions } from '../work.ts';

/**
 * When this happens in the community, this follows: in the same transaction, in this order.
 * A reaction that refuses undoes the command that caused it.
 */
export const reactions: Reactions = {
  'member joined': [refuseThrowAway],
  'email verified': [releaseClearedRewards],
  'email change asked': [refuseThrowAwayChange],
  'role changed': [keepStaffUnpaid],
  'level changed': [tellOfLevel],
  'question asked': [
    ...[screenQuestion, checkQuestion, noteIn.question],
    ...[tellOfQuestion, tellOfMentions, reviewWait],
  ],
  'question edited': [screenQuestionEdit, checkQuestion, noteIn.question, tellOfMentions],
  'answer posted': [
    ...[screenAnswer, checkAnswer, checkOriginality, noteIn.answer],
    ...[tellOfAnswer, endAnswering, reviewWait],
  ],
  'answer did not help': [heedReaders],
  'answer marked outdated': [tellOfOutdated],
  'answer edited': [
    ...[screenAnswerEdit, checkAnswer, checkOriginality, weighAnswer, restartOpinions],
    ...[clearEdited, noteIn.answer, tellOfMentions],
  ],
  'near copy found': [weighAnswer],
  'personal data found': [queueFinding],
  'personal data masked': [tellOfMask],
  'personal data disputed': [queueFinding],
  'personal data gone': [settleFindingItem],
  'comment posted': [screenComment, checkComment, noteIn.comment, tellOfComment],
  ...acceptanceReactions,
  ...threadReactions,
  ...caseReactions,
  'wait ended': [settleUnanswered],
  'unanswered terms changed': [logUnansweredTerms],
  'question resolved': [tellWatchers, reviewWait],
  'question reopened': [tellWatchers, reviewWait],
  'post removed': [
    ...[forgetRemoved, closeRemoved, learnFromRemoval],
    ...[sweepFindings, doubtGuides, tellOfRemoval, tellWatchers, reviewWait],
  ],
  'post let through': [sweepFindings, tellOfPost, tellWatchers, reviewWait],
  'post suspected': [queueSuspicion],
  'suspicion settled': [settleSuspicionItem],
  'post restored': [learnFromRestoration, sweepFindings, tellWatchers, reviewWait],
  'reward held': [drawByRules],
  'reward waiting': [drawByRules],
  'reward funded': [],
  'reward dropped': [noteEffect('voided')],
  'reward refused': [],
  'reward released': [noteEffect('released')],
  'reward voided': [noteEffect('voided')],
  'reward clawed back': [noteEffect('clawed-back')],
  'audit drawn': [waitForAudit, sendToStewards],
  'audit decided': [
    ...[recountExpertise, releaseAuditedReward, takeBackFailedReward, liftDoubt],
    ...[tellOfVerdict, followVerdict],
  ],
  'verdict undone': [
    ...[recountExpertise, undoDecision, withholdVerdict, forgetUndone],
    noteEffect('restored'),
  ],
  'fraud suspected': [holdSuspected, openFraudItem],
  'fraud case held': [holdSuspected],
  'fraud confirmed': [takeBackForFraud],
  'fraud case closed': [releaseSuspected, settleFraudItem],
  'verdict overturned': [
    ...[recountExpertise, restoreFailedReward, withholdOverturned],
    noteEffect('restored'),
  ],
  'fraud overturned': [restoreUntainted],
  'report opened': [keepWhileReported],
  'report decided': [liftReported, tellOfReport],
  'member sanctioned': [tellOfSanction],
  'sanction ended': [releaseClearedRewards, tellOfSanctionEnd],
  'sanction overturned': [payAfterSanction],
  'appeal opened': [],
  'appeal decided': [tellOfAppeal],
  'steward invited': [tellOfInvitation],
  'steward topics changed': [tellOfTopics],
  'signature asked for': [askToSign],
  'budget nearly used': [tellOfBudgetNearlyUsed],
  'budget used': [tellOfBudgetUsed],
  'rules published': [],
  'budget raised': [],
  'proposal made': [],
  'proposal decided': [],
  'period closing': [],
  'period sent back': [],
  'period closed': [],
  'guide shown': [tellOfGuide],
};
