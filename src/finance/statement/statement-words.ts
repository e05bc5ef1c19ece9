import { decimal } from '../../ledger/money.ts';
import { monthAfter, type Month } from '../../ledger/dates.ts';
import type { Movement, Unposted } from './statement-movements.ts';

/** A statement's line in words. */
export type Words = {
  /** What it is. */
  title: string;
  /** Why, in a sentence without its full stop; empty where the title says it all. */
  reason: string;
  /** What became of the money. */
  state: State;
};

export type State = keyof typeof STATES;

/** What has become of the money of a line, as pages and files say it. */
export const STATES = {
  waiting: 'Waiting',
  'being-checked': 'Being checked',
  checked: 'Checked',
  'in-balance': 'In your balance',
  'not-paid': 'Not paid',
  'taken-back': 'Taken back',
  repaid: 'Repaid',
  undone: 'Undone',
  'paid-out': 'Paid out',
} as const;

/** What of a movement decides its words. */
export type Told = Pick<
  Movement,
  'event' | 'undid' | 'ended_by' | 'was_undone' | 'because' | 'fault' | 'balance'
>;

/** What a movement was, why, and what has become of it since. */
export function wordsOf(movement: Told): Words {
  const { event } = movement;
  if (event === 'reversal') return ofReversal(movement);
  if (movement.was_undone) return { ...of(movement), state: 'undone' };
  return of(movement);
}

/** Why nothing was set aside for an acceptance, for now or at all. */
export function wordsOfUnposted(unposted: Unposted): Words {
  const { refusal, state } = unposted;
  const title = 'Accepted answer';
  if (refusal !== null) return { title, reason: REFUSALS[refusal](unposted), state: 'not-paid' };
  if (state === 'waiting') return { title, reason: whyWaiting(unposted), state: 'waiting' };
  return { title, reason: whyTaken(unposted), state: 'not-paid' };
}

function of(movement: Told): Words {
  switch (movement.event) {
    case 'reward.hold':
      return { title: 'Accepted answer', reason: '', state: endOf(movement) };
    case 'reward.release':
      return { title: 'Checked', reason: whyReleased(movement), state: 'in-balance' };
    case 'reward.void':
      return { title: 'Not paid', reason: whyTaken(movement), state: 'not-paid' };
    case 'reward.clawback':
      return { title: 'Taken back', reason: whyTaken(movement), state: 'taken-back' };
    case 'reward.recovery':
      return {
        title: 'Repaid',
        reason: 'Owed since an earlier reward was taken back',
        state: 'repaid',
      };
    case 'payout.reserve':
    case 'payout.confirm':
      return { title: 'Paid out', reason: '', state: 'paid-out' };
    case 'payout.fail':
      return { title: 'Payout returned', reason: 'It didn’t arrive', state: 'in-balance' };
    case 'credit.expire':
      return { title: 'Expired', reason: 'Unused after three notices', state: 'taken-back' };
    default:
      return {
        title: 'Adjustment',
        reason: 'Put right by our finance team',
        state: movement.balance < 0n ? 'taken-back' : 'in-balance',
      };
  }
}

/** A contra movement: what it undid decides where the money is now. */
function ofReversal({ undid, ended_by }: Told): Words {
  const title = 'Decision undone';
  switch (undid) {
    case 'reward.release':
      return { title, reason: 'It’s being checked again', state: again(ended_by) };
    case 'reward.void':
      return { title, reason: 'It’s being checked again', state: again(ended_by) };
    case 'reward.clawback':
      return { title, reason: 'You have it back', state: 'in-balance' };
    default:
      return { title, reason: 'Put right by our team', state: 'undone' };
  }
}

const again = (endedBy: Movement['ended_by']): State =>
  endedBy === null ? 'being-checked' : 'checked';

const endOf = ({ ended_by }: Told): State => again(ended_by);

function whyReleased({ because }: Told): string {
  if (because === 'audit-passed') return 'It passed our check';
  if (because === 'audit-fixed') return 'We corrected it, and it passed';
  return because === 'quiet-days' ? 'The hold is over and nothing was amiss' : '';
}

const whyWaiting = ({ month }: Unposted): string =>
  'This month’s reward budget is used up. It is paid from ' +
  `1 ${nameOf(monthAfter(month as Month))}, or sooner if there is more budget, ` +
  'unless the answer fails its check';

const nameOf = (month: Month): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

function whyTaken({ because, fault }: Pick<Movement, 'because' | 'fault'>): string {
  if (because === 'withdrawn') return 'The answer is no longer the accepted one';
  if (because === 'removed') return 'The answer was removed';
  if (because === 'fraud') return 'It was accepted in a way that the rules don’t pay';
  return because === 'audit-failed' && fault !== null ? FAULTS[fault] : '';
}

const FAULTS: Record<NonNullable<Movement['fault']>, string> = {
  wrong: 'It didn’t pass our check: it was wrong or out of date',
  unsafe: 'It didn’t pass our check: it wasn’t safe to follow',
  copied: 'It didn’t pass our check: it was copied',
  gaming: 'It didn’t pass our check: it was written for the reward',
};

const REFUSALS: Record<NonNullable<Unposted['refusal']>, (refusal: Unposted) => string> = {
  'own-question': () => 'It answers your own question',
  staff: () => 'Staff do not earn airtime',
  'pair-limit': ({ pair_limit, pair_days }) =>
    `${ordinal(pair_limit + 1)} accepted answer from the same person in ${String(pair_days)} days`,
  'monthly-cap': ({ monthly_cap_minor, currency }) =>
    `You had reached the most that a month pays, ${decimal(monthly_cap_minor)} ${currency}`,
  'daily-cap': ({ daily_cap_minor, currency }) =>
    `You had reached the most that a day pays, ${decimal(daily_cap_minor ?? 0n)} ${currency}`,
  sanctioned: () => 'Nothing is earned while a sanction is in force',
  copy: () => 'It copies an answer that somebody gave before',
  'paid-already': () => 'It was paid when somebody who asked the same accepted it',
};

const ORDINALS = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

const ordinal = (number: number) => ORDINALS[number] ?? `Answer number ${String(number)}, an`;
