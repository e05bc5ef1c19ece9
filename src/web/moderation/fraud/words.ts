import type { RewardState } from '../../../rewards/read-states.ts';
import type { FraudCaseRow } from '../../../trust/rows.ts';

/** What a moderator did in a case, in words. */
export const ACTS: Readonly<Record<string, string>> = {
  'fraud-held': 'Held everything between them',
  'fraud-released': 'Closed as harmless',
  'fraud-taken-back': 'Took back and closed as fraud',
};

export const becameOf = (state: FraudCaseRow['state']) =>
  ({ open: 'it waits', harmless: 'harmless', confirmed: 'fraud' })[state];

/** Where a reward is; never what it is worth. */
export function stateOfReward(reward: RewardState | undefined): string {
  if (!reward) return 'None';
  if (reward.kept) return 'Held for this case';
  return STATES[reward.state];
}

const STATES: Readonly<Record<RewardState['state'], string>> = {
  waiting: 'Waits for budget',
  held: 'Being checked',
  released: 'Released',
  voided: 'Not paid',
  'clawed-back': 'Taken back',
  refused: 'None by the rules',
};

/** Minutes as people say them: 12 minutes, 3 hours, 2 days. */
export function durationOf(minutes: number): string {
  if (minutes < 90) return many(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, 'hour') : many(Math.round(hours / 24), 'day');
}

const many = (count: number, what: string) => `${String(count)} ${what}${count === 1 ? '' : 's'}`;
