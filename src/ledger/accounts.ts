/** Where rewards come from: an expense, or contra-revenue, as the operator's chart maps it. */
export const REWARDS = 'expense:rewards';

/** What members owe back because it was taken back after they had been paid. */
export const CLAWBACK_RECEIVABLE = 'receivable:clawback';

/** What members owed and will not repay. */
export const WRITE_OFF = 'expense:write-off';

/** A member's three liabilities: being checked, theirs to spend, on its way to a phone. */
export type Bucket = 'pending' | 'available' | 'in-transit';

/** The code of a member's account; members are known to the ledger by number alone. */
export const memberAccount = (memberId: number, bucket: Bucket) =>
  `member:${String(memberId)}:${bucket}`;

/** Whose account a code names, and which of the three; undefined for the operator's own. */
export function memberIn(code: string): { memberId: number; bucket: Bucket } | undefined {
  const [, id, bucket] = /^member:([1-9]\d{0,9}):(pending|available|in-transit)$/.exec(code) ?? [];
  return id === undefined ? undefined : { memberId: Number(id), bucket: bucket as Bucket };
}
