import { decimal } from '../ledger/money.ts';

/** An amount in minor units in a sentence for whoever reads it: £12.50. */
export const amountWords = (amountMinor: bigint, currency: string) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(decimal(amountMinor));
