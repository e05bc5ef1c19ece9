import type { LedgerPeriodRow } from '../ledger/rows.ts';
import type { MemberRow } from '../members/rows.ts';

type Actor = Pick<MemberRow, 'id' | 'role'>;

/** The ledger, its files and its months are for finance alone. */
export const isFinance = ({ role }: Pick<MemberRow, 'role'>) => role === 'finance';

/** Whoever asked to close a month does not approve it: maker and checker are two people. */
export const mayApprove = (actor: Actor, period: Pick<LedgerPeriodRow, 'closing_by'>) =>
  isFinance(actor) && period.closing_by !== actor.id;

/** Staff are never paid, so they have no wallet. */
export const mayEarn = ({ role }: Pick<MemberRow, 'role'>) => role === 'member';
