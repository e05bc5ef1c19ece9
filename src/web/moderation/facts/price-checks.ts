import { amountsIn, type Fact } from '../../../moderation/facts/find-facts.ts';
import type { Formats } from '../../format.ts';
import type { Check } from '../audits/checks.ts';

/** Points out amounts in an answer that the price list does not have. */
export function priceChecks(body: string, facts: readonly Fact[], { money }: Formats): Check[] {
  const said = amountsIn(body);
  const prices = facts.filter(({ kind }) => kind === 'price');
  if (said.length === 0 || prices.length === 0) return [];
  const listed = prices.map(({ title, amount_minor }) => `${title} ${money(amount_minor ?? 0n)}`);
  const strange = said.filter((amount) => prices.every((price) => price.amount_minor !== amount));
  const detail = `The price list has ${listed.join(', ')}`;
  if (strange.length === 0) {
    return [{ warn: false, icon: 'check', text: 'Every amount is on the price list', detail }];
  }
  const text = `Says ${strange.map((amount) => money(amount)).join(', ')}: not on the price list`;
  return [{ warn: true, icon: 'warn', text, detail }];
}
