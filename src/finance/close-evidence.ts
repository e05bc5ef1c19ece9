import { amountWords } from './amounts.ts';
import type { Checklist } from './close-checklist.ts';

/** The checklist as it stands, in sentences for whoever approves and for whoever asks years later. */
export function evidenceOf(checklist: Checklist, currency: string): string {
  const { month, broken, carried, overBudget, proposals, unsealed, totals } = checklist;
  const money = (amount: bigint) => amountWords(amount, currency);
  const waiting = ({ rewards, amount }: Checklist['carried']) =>
    rewards === 0n ? 'none' : `${String(rewards)} (${money(amount)})`;
  return [
    `Checklist of ${month}.`,
    broken.length === 0
      ? 'Entries balance, and every rule of the books holds.'
      : `Not in order: ${broken.map(({ rule }) => rule).join('; ')}.`.slice(0, 500),
    `Debits ${money(totals.debit)}, credits ${money(totals.credit)}.`,
    `Carried over: rewards being checked ${waiting(carried)}, over budget ${waiting(overBudget)}, ` +
      `proposals undecided ${String(proposals)}.`,
    `Entries to be sealed with the close: ${String(unsealed)}.`,
  ].join('\n');
}
