/** Accounts that finance reads as one: all members' balances are one family. */
export type Family = {
  id: string;
  /** What the pages call it. */
  name: string;
  /** The codes of its accounts, as a LIKE pattern. */
  pattern: string;
};

/** The families in the order of the chart of accounts. */
export const FAMILIES = [
  { id: 'receivable', name: 'To be repaid by members', pattern: 'receivable:clawback' },
  { id: 'checking', name: 'Credits being checked', pattern: 'member:%:pending' },
  { id: 'balances', name: 'Members’ balances', pattern: 'member:%:available' },
  { id: 'in-transit', name: 'Payouts on their way', pattern: 'member:%:in-transit' },
  { id: 'charities', name: 'Donations owed', pattern: 'liability:charity:%' },
  { id: 'sponsors', name: 'Sponsors’ funds', pattern: 'liability:sponsor:%' },
  { id: 'billing', name: 'Billing clearing', pattern: 'clearing:billing' },
  { id: 'breakage', name: 'Expired credit', pattern: 'income:breakage' },
  { id: 'rewards', name: 'Reward cost', pattern: 'expense:rewards' },
  { id: 'match', name: 'Donations matched', pattern: 'expense:match' },
  { id: 'write-off', name: 'Written off', pattern: 'expense:write-off' },
] as const satisfies readonly Family[];

/** The family an account belongs to, by its code; an unknown kind of account is its own family. */
export function familyOf(code: string): Family {
  const known = FAMILIES.find(({ pattern }) => isLike(code, pattern));
  return known ?? { id: code, name: code, pattern: code };
}

export const findFamily = (id: string): Family | undefined =>
  FAMILIES.find((family) => family.id === id);

function isLike(code: string, pattern: string): boolean {
  const [start = '', end] = pattern.split('%');
  return end === undefined ? code === pattern : code.startsWith(start) && code.endsWith(end);
}
