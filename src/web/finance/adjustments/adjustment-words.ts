import { familyOf } from '../../../finance/books/accounts.ts';
import type { Adjustment } from '../../../finance/adjustments/adjustments.ts';
import { stateOf, type ProposalState } from '../../../approvals/proposals.ts';
import { CLAWBACK_RECEIVABLE, WRITE_OFF } from '../../../ledger/accounts.ts';

export type Chip = { text: string; tone: '' | 'ok' | 'gold' | 'bad' };

/** How a proposal stands, in a word and a colour. */
export const STANDINGS: Record<ProposalState, Chip> = {
  open: { text: 'Waiting', tone: 'gold' },
  approved: { text: 'Approved', tone: 'ok' },
  declined: { text: 'Sent back', tone: 'bad' },
  withdrawn: { text: 'Taken back', tone: '' },
  expired: { text: 'Expired', tone: '' },
};

export const standingOf = (adjustment: Adjustment, now: Date): Chip =>
  STANDINGS[stateOf(adjustment, now)];

/** One end of an adjustment: whose balance, or which of the operator's accounts. */
export function endName(code: string, member: string | null): string {
  return member === null ? familyOf(code).name : `${member}’s balance`;
}

/** What is asked for in one line. */
export function describeAdjustment(adjustment: Adjustment): string {
  const { debit, credit, from_member, to_member, debtor } = adjustment;
  if (debit === WRITE_OFF && credit === CLAWBACK_RECEIVABLE)
    return `Write off what ${debtor ?? ''} owes`;
  if (debit === CLAWBACK_RECEIVABLE) return `${debtor ?? ''} owes again what was written off`;
  return `From ${lower(endName(debit, from_member))} to ${lower(endName(credit, to_member))}`;
}

/** Names of accounts begin small inside a sentence; names of people stay as they are. */
const lower = (name: string) =>
  name.endsWith('’s balance') ? name : name.charAt(0).toLowerCase() + name.slice(1);

export const adjustmentPath = ({ id }: Pick<Adjustment, 'id'>) =>
  `/finance/adjustments/${String(id)}`;
