import type { Keeping } from '../../../rewards/keeping.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { Formats } from '../../format.ts';
import { KEPT } from '../../kept-words.ts';

/** What a moderator is told of a reward: its state and amount, never anybody's balance. */
export type RewardWords = {
  /** In a word or two, beside the author's name. */
  short: string;
  /** Where it is, in a sentence. */
  long: string;
  /** What each decision does to it, for the labels of the buttons. */
  pass: string;
  fix: string;
  fail: string;
};

type Reward = Pick<RewardRow, 'state' | 'amount_minor' | 'currency' | 'refusal'> | undefined;
type Told = Reward & Pick<RewardRow, 'cleared_because'> & { keeping: Keeping | null };

/** The reward of an audit that waits, before the decision. */
export function rewardWords(reward: Reward, formats: Formats): RewardWords {
  const amount = reward && formats.money(reward.amount_minor, reward.currency);
  if (reward?.state === 'held') {
    return {
      short: `${amount} waiting`,
      long: `${amount} is being held until this is decided.`,
      ...{
        pass: `Pass and pay ${amount}`,
        fix: `Fix, then pay ${amount}`,
        fail: 'Fail, don’t pay',
      },
    };
  }
  if (reward?.state === 'released') {
    return {
      short: `${amount} released`,
      long: `${amount} has already been released: failing takes it back.`,
      ...{ pass: 'Pass', fix: 'Fix and pass', fail: `Fail, take ${amount} back` },
    };
  }
  if (reward?.state === 'waiting') {
    return {
      short: `${amount} waits for budget`,
      long: `${amount} waits for this month’s budget. Your decision counts once there is some.`,
      ...{ pass: 'Pass, to be paid later', fix: 'Fix, to be paid later', fail: 'Fail, don’t pay' },
    };
  }
  return { ...unpaid(reward), pass: 'Pass', fix: 'Fix and pass', fail: 'Fail' };
}

/** What a decision has just done to the reward; '' where it moved nothing. */
export function movedWords(reward: Told | undefined, formats: Formats): string {
  if (!reward || reward.state === 'refused') return '';
  const amount = formats.money(reward.amount_minor, reward.currency);
  if (reward.state === 'released') return `${amount} released.`;
  if (reward.state === 'clawed-back') return `${amount} taken back.`;
  if (reward.state === 'voided') return `${amount} not paid.`;
  if (reward.state === 'waiting') return `${amount} still waits for this month’s budget.`;
  return reward.cleared_because === null || reward.keeping === null
    ? `${amount} still waiting.`
    : `${amount} ${KEPT[reward.keeping]}.`;
}

function unpaid(reward: Reward): Pick<RewardWords, 'short' | 'long'> {
  if (reward?.refusal) return { short: 'No reward', long: REFUSALS[reward.refusal] };
  return { short: 'Not paid', long: 'The reward was taken back before, and stays so.' };
}

const REFUSALS: Record<NonNullable<RewardRow['refusal']>, string> = {
  'own-question': 'It earned nothing: nobody is paid for their own question.',
  staff: 'It earned nothing: staff are never paid.',
  'pair-limit': 'It earned nothing: this asker has accepted this author too often lately.',
  'monthly-cap': 'It earned nothing: the author had reached the limit of the month.',
  'daily-cap': 'It earned nothing: the author had reached the limit of the day.',
  sanctioned: 'It earned nothing: the author was under a sanction.',
  copy: 'It earned nothing: it copies an earlier answer.',
  'paid-already': 'It earned nothing more: another acceptance of it is paid.',
};
