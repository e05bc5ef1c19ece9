import type { LedgerTransferRow } from '../../ledger/rows.ts';

/** What each kind of transfer is called, on pages and in files. */
export const EVENTS: Record<LedgerTransferRow['event'], string> = {
  'reward.hold': 'Reward set aside',
  'reward.release': 'Reward released',
  'reward.void': 'Reward not paid',
  'reward.clawback': 'Reward taken back',
  'reward.recovery': 'Debt repaid',
  'payout.reserve': 'Payout reserved',
  'payout.confirm': 'Payout confirmed',
  'payout.fail': 'Payout returned',
  'credit.expire': 'Credit expired',
  adjustment: 'Adjustment',
  reversal: 'Reversal',
  'sponsor.fund': 'Sponsor’s funding',
  match: 'Donation matched',
};
