import type { Family } from '../../../finance/books/accounts.ts';
import type { TrialBalance } from '../../../finance/books/trial-balance.ts';
import type { Formats } from '../../format.ts';

/** A trial balance as a table; each account leads to the entries that make it up. */
export type TrialBalanceCard = {
  rows: { href: string; name: string; debit: string; credit: string }[];
  debit: string;
  credit: string;
};

export function trialBalanceCard(
  { rows, debit, credit }: TrialBalance,
  hrefOf: (family: Family) => string,
  { money }: Formats,
): TrialBalanceCard {
  const orNothing = (amount: bigint) => (amount === 0n ? '' : money(amount));
  return {
    rows: rows.map(({ family, ...sides }) => ({
      href: hrefOf(family),
      name: family.name,
      debit: orNothing(sides.debit),
      credit: orNothing(sides.credit),
    })),
    debit: money(debit),
    credit: money(credit),
  };
}
