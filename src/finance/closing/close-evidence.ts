import { amountWords } from '../amounts.ts';
import type { Checklist } from './close-checklist.ts';

/** The checklist as it stands, in sentences for whoever approves and for whoever asks years later. */
export function evidenceOf(checklist: Checklist, currency: string): string {
  const { month, verification, carried, overBudget, proposals, unsealed, totals } = checklist;
  const money = (amount: bigint) => amountWords(amount, currency);
  const waiting = ({ rewards, amount }: Checklist['carried']) =>
    rewards === 0n ? 'none' : `${String(rewards)} (${money(amount)})`;
  return [
    `Checklist of ${month}.`,
    verifiedWords(verification),
    `Debits ${money(totals.debit)}, credits ${money(totals.credit)}.`,
    `Carried over: rewards being checked ${waiting(carried)}, over budget ${waiting(overBudget)}, ` +
      `proposals undecided ${String(proposals)}.`,
    `Entries to be sealed with the close: ${String(unsealed)}.`,
  ].join('\n');
}

/** The close verifies everything once more, and ends only if all of it holds. */
function verifiedWords(verification: Checklist['verification']): string {
  if (!verification) return 'The books have not been verified yet: the close does it first.';
  const { finished_at, tree_size, rules, first } = verification;
  const at = `${finished_at.toISOString()}, ${String(tree_size)} entries`;
  return first === null
    ? `Entries balance, and every rule of the books holds (${String(rules)} rules, ${at}).`
    : `Not in order (${at}): ${first}.`.slice(0, 500);
}
