import type { RemovalRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { RewardRow } from '../../rewards/rows.ts';

/** Levels as members see them. */
export const LEVELS: Record<MemberRow['level'], string> = {
  newcomer: 'Newcomer',
  helper: 'Helper',
  guide: 'Guide',
  steward: 'Steward',
};

/** Why our team took something down. */
export const REMOVED_BECAUSE: Record<RemovalRow['reason'], string> = {
  spam: 'Spam or advertising',
  rude: 'Rude or hurtful',
  'personal-data': 'Somebody’s personal details',
  unsafe: 'Unsafe advice',
  'off-topic': 'Not about your phone or line',
  copied: 'Copied from somewhere else',
};

/** Why the rules pay nothing, for whoever would have been paid. */
export const UNPAID_BECAUSE: Record<NonNullable<RewardRow['refusal']>, string> = {
  'own-question': 'nobody is paid for their own question',
  staff: 'our team is never paid',
  'pair-limit': 'the limit for answers accepted by the same person is reached',
  'monthly-cap': 'the monthly limit is reached',
  'daily-cap': 'the limit of the day is reached',
  sanctioned: 'nothing is earned while a sanction is in force',
  copy: 'a copy of an earlier answer is not paid',
  'paid-already': 'an answer is paid once, and somebody who asked the same had accepted it',
};

/** What stands over a post that waits for a look. */
export type Waits = { within: string };
