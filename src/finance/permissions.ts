import type { MemberRow } from '../members/rows.ts';

/** The ledger, its files and its months are for finance alone. */
export const isFinance = ({ role }: Pick<MemberRow, 'role'>) => role === 'finance';

/** Staff are never paid, so they have no wallet. */
export const mayEarn = ({ role }: Pick<MemberRow, 'role'>) => role === 'member';
