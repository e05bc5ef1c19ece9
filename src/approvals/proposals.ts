import type { ProposalRow } from './rows.ts';

/** Where a proposal stands; what nobody approved within its seven days has expired. */
export type ProposalState = 'open' | 'expired' | NonNullable<ProposalRow['decision']>;

export function stateOf(
  { decision, expires_at }: Pick<ProposalRow, 'decision' | 'expires_at'>,
  at: Date,
): ProposalState {
  if (decision !== null) return decision;
  return at < expires_at ? 'open' : 'expired';
}
