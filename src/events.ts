import type { ProposalId, ProposalRow } from './approvals/rows.ts';
import type { Accepted, Posted, Split } from './forum/facts.ts';
import type {
  AcceptanceId,
  AnswerId,
  CommentId,
  QuestionId,
  QuestionMergeId,
} from './forum/rows.ts';
import type { GuideId } from './guides/rows.ts';
import type { CaseEvents } from './handoff/events.ts';
import type { CaseId } from './handoff/rows.ts';
import type { MemberId, MemberRow } from './members/rows.ts';
import type {
  AppealId,
  AppealRow,
  AuditId,
  ModerationLogRow,
  OutdatedMarkId,
  ReportCaseId,
  ReportCaseRow,
  SanctionEndRow,
  SanctionId,
  SanctionRow,
  SilentAcceptanceId,
  SilentAcceptanceRow,
  VerdictId,
  VerdictRow,
} from './moderation/rows.ts';
import type { RewardId, RewardRow } from './rewards/rows.ts';
import type { FraudCaseId, PersonalDataFindingId, SuspicionId } from './trust/rows.ts';

type Audited = {
  auditId: AuditId;
  verdictId: VerdictId;
  acceptanceId: AcceptanceId;
  answerId: AnswerId;
  questionId: QuestionId;
  authorId: MemberId;
};

type Rewarded = { rewardId: RewardId; acceptanceId: AcceptanceId; memberId: MemberId };

/**
 * Everything that can happen in the community. What follows from each is in src/reactions.
 * Events carry ids, never money or text that somebody may later remove.
 */
export type Events = CaseEvents & {
  'member joined': { memberId: MemberId };
  'email verified': { memberId: MemberId };
  /** A link is about to go to the new address, which the link names. */
  'email change asked': { memberId: MemberId };
  'role changed': { memberId: MemberId; from: MemberRow['role']; to: MemberRow['role'] };
  'level changed': { memberId: MemberId; from: MemberRow['level']; to: MemberRow['level'] };
  'question asked': { questionId: QuestionId };
  'question edited': { questionId: QuestionId };
  'answer posted': { answerId: AnswerId; questionId: QuestionId; authorId: MemberId };
  /** Somebody said that it did not fix it for them. */
  'answer did not help': { answerId: AnswerId; questionId: QuestionId };
  'answer marked outdated': { markId: OutdatedMarkId };
  'answer edited': { answerId: AnswerId; questionId: QuestionId };
  'near copy found': {
    answerId: AnswerId;
    sourceAnswerId: AnswerId;
    /** Percent. */
    similarity: number;
    /** Whether the same member wrote both. */
    own: boolean;
  };
  'personal data found': { findingId: PersonalDataFindingId };
  /** Readers no longer see it, of one post: our check hid it, or a moderator decided so. */
  'personal data masked': { findingIds: PersonalDataFindingId[] };
  'personal data disputed': { findingId: PersonalDataFindingId };
  'personal data gone': { findingId: PersonalDataFindingId };
  'comment posted': { commentId: CommentId; questionId: QuestionId; answerId: AnswerId | null };
  'answer accepted': Accepted;
  /** It looks suspicious: from 0 to 100, with the codes of the risk signals that say so. */
  'acceptance flagged': { acceptanceId: AcceptanceId; score: number; reasons: string[] };
  'accepted for asker': {
    silentAcceptanceId: SilentAcceptanceId;
    acceptanceId: AcceptanceId;
    questionId: QuestionId;
  };
  'objection over': {
    silentAcceptanceId: SilentAcceptanceId;
    outcome: NonNullable<SilentAcceptanceRow['outcome']>;
  };
  'acceptance withdrawn': Accepted & {
    because: 'asker' | 'another-accepted' | 'not-solved' | 'removed';
  };
  /** An appeal brought back what had ended with a removal: the same acceptance stands again. */
  'acceptance reinstated': Accepted;
  /** Its asker says that it has not solved the question after all; it still stands. */
  'acceptance doubted': Accepted;
  'doubt ended': Accepted;
  'questions merged': { mergeId: QuestionMergeId };
  'merge undone': { mergeId: QuestionMergeId };
  /** Nobody waits for its first answer any more. */
  'wait ended': { questionId: QuestionId };
  'unanswered terms changed': { version: number; reason: string };
  'question split': Split;
  'split undone': Split;
  'question resolved': { questionId: QuestionId };
  'question reopened': { questionId: QuestionId };
  'post removed': Posted;
  /** A post that was held back can be read from now on. */
  'post let through': Posted;
  'post suspected': { suspicionId: SuspicionId };
  'suspicion settled': { suspicionId: SuspicionId };
  'post restored': Posted;
  'reward held': Rewarded & { ruleSetId: RewardRow['rule_set_id'] };
  'reward waiting': Rewarded & { ruleSetId: RewardRow['rule_set_id'] };
  'reward funded': Rewarded;
  'reward dropped': Rewarded;
  'reward refused': Rewarded;
  'reward released': Rewarded;
  'reward voided': Rewarded;
  'reward clawed back': Rewarded;
  'audit drawn': { auditId: AuditId; acceptanceId: AcceptanceId };
  'audit decided': Audited & { verdict: VerdictRow['verdict'] };
  'verdict undone': Audited & { verdict: VerdictRow['verdict']; decidedAt: Date };
  /** Members seem to accept each other's answers for the money: it waits, and a person decides. */
  'fraud suspected': {
    caseId: FraudCaseId;
    memberIds: MemberId[];
    acceptanceIds: AcceptanceId[];
    score: number;
    /** Signs, the weightiest first. */
    reasons: string[];
  };
  'fraud case held': { caseId: FraudCaseId; acceptanceIds: AcceptanceId[] };
  'fraud confirmed': { caseId: FraudCaseId; acceptanceIds: AcceptanceId[] };
  'fraud case closed': { caseId: FraudCaseId };
  /** An appeal put a pass in the place of a fail; `restores` unless something else took the reward. */
  'verdict overturned': Audited & { overturnedId: VerdictId; restores: boolean };
  /** An appeal found no fraud where a case had: what it took from a member comes back. */
  'fraud overturned': { acceptanceIds: AcceptanceId[] };
  'report opened': { caseId: ReportCaseId; acceptanceId: AcceptanceId | null };
  'report decided': {
    caseId: ReportCaseId;
    decision: NonNullable<ReportCaseRow['decision']>;
  };
  'member sanctioned': {
    sanctionId: SanctionId;
    memberId: MemberId;
    kind: SanctionRow['kind'];
  };
  'sanction ended': { sanctionId: SanctionId; memberId: MemberId; how: SanctionEndRow['how'] };
  /** `stretches` are the times in which nothing else would have kept the member from earning. */
  'sanction overturned': {
    sanctionId: SanctionId;
    memberId: MemberId;
    stretches: readonly { from: Date; to: Date }[];
  };
  'appeal opened': { appealId: AppealId };
  'appeal decided': { appealId: AppealId; decision: NonNullable<AppealRow['decision']> };
  'steward invited': { memberId: MemberId };
  'steward topics changed': { memberId: MemberId; topics: readonly string[]; reason: string };
  'signature asked for': { memberId: MemberId; version: number };
  'budget nearly used': { month: string };
  'budget used': { month: string };
  'rules published': { ruleSetId: RewardRow['rule_set_id'] };
  'budget raised': { month: string };
  'proposal made': { proposalId: ProposalId };
  'proposal decided': {
    proposalId: ProposalId;
    decision: NonNullable<ProposalRow['decision']>;
  };
  'period closing': { period: string };
  'period sent back': { period: string };
  'period closed': { period: string };
  /** Readers see it from now on, or see something else in it. */
  'guide shown': { guideId: GuideId };
  'case handled': { caseId: CaseId; act: ModerationLogRow['act'] };
};

export type EventName = keyof Events;
