import type { AppealableDecision } from '../../../moderation/appeals/decisions.ts';
import type { AppealRow } from '../../../moderation/rows.ts';
import { answerPath, commentPath, questionPath } from '../../forum/paths.ts';
import { REMOVED_BECAUSE } from '../../forum/words.ts';
import { failReasons } from '../audits/fail-reasons.ts';
import type { CaseRow } from '../case-list.ts';

type Kind = AppealableDecision['kind'];

/** What a decision did, for whoever it is about. */
export const DECISION_NAMES: Record<Kind, string> = {
  removal: 'A post of yours was removed',
  finding: 'A detail in a post of yours was hidden',
  verdict: 'An answer of yours wasn’t paid',
  fraud: 'Rewards of yours were taken back',
  sanction: 'Your account was sanctioned',
};

/** The same for staff. */
export const MATTERS: Record<Kind, string> = {
  removal: 'Removal',
  finding: 'Masked detail',
  verdict: 'Failed check',
  fraud: 'Rewards taken back as fraud',
  sanction: 'Sanction',
};

/** What overturning does, before it is done. */
export const OVERTURNING: Record<Kind, string> = {
  removal: 'The post comes back, with the acceptance and the reward that fell with it.',
  finding: 'Readers see the detail.',
  verdict: 'The answer counts as passed: its reward and the author’s level are put right.',
  fraud: 'What the case took back from this member comes back, reward by reward.',
  sanction: 'It ends, counts for nothing, and what it alone kept from being paid is decided again.',
};

/** The rule a decision was made by. */
export function groundOf(kind: Kind, ground: string): string {
  if (kind === 'verdict') return lookUp(failReasons, ground);
  if (kind === 'removal') return lookUp(REMOVED_BECAUSE, ground);
  if (kind === 'finding') return 'Somebody’s personal details';
  if (kind === 'fraud') return 'Accepted for the money';
  return ground.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
}

/** What became of an appeal. */
export const chipOf = (decision: AppealRow['decision']): CaseRow['chip'] => {
  if (decision === null) return { label: 'Waiting', tone: 'warn' };
  return decision === 'overturned'
    ? { label: 'Overturned', tone: 'ok' }
    : { label: 'Stands', tone: '' };
};

/** Where readers find what a decision is about; undefined for a sanction. */
export function matterPath(decision: AppealableDecision): string | undefined {
  const { question_id: id, answer_id, comment_id, slug } = decision;
  if (id === null || slug === null) return undefined;
  if (comment_id !== null) return commentPath({ id, slug }, comment_id);
  return answer_id === null ? questionPath({ id, slug }) : answerPath({ id, slug }, answer_id);
}

const lookUp = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key;
