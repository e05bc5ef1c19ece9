import { dateAfter, monthAfter, type Month } from '../ledger/dates.ts';
import type { RuleShadowRow } from '../rewards/rows.ts';
import type { Formats } from './format.ts';

type Span = Pick<RuleShadowRow, 'first_day' | 'last_day'>;

/** A time of the past by its name: October 2026, or from a day to a day. */
export function spanWords({ first_day, last_day }: Span, { month, day }: Formats): string {
  const [first, last] = [first_day.slice(0, 7), last_day.slice(0, 7)] as [Month, Month];
  const isWhole = first_day.endsWith('-01') && dateAfter(last_day) === `${monthAfter(last)}-01`;
  if (isWhole) return first === last ? month(first) : `${month(first)} to ${month(last)}`;
  const noon = (date: string) => new Date(`${date}T12:00:00Z`);
  return `${day(noon(first_day))} to ${day(noon(last_day))}`;
}

/** What rules would have paid over a time of the past, in plain words and without anybody's name. */
export function differenceWords(
  shadow: Pick<RuleShadowRow, 'paid_minor' | 'would_pay_minor' | 'better' | 'worse'> & Span,
  formats: Formats,
): string {
  const { better, worse } = shadow;
  const members = (count: number) => (count === 1 ? '1 member' : `${formats.count(count)} members`);
  return (
    `Over ${spanWords(shadow, formats)} these rules would have paid ${moreOrLess(shadow, formats)}; ` +
    `${members(better)} would have earned more, ${formats.count(worse)} less.`
  );
}

function moreOrLess(
  { paid_minor, would_pay_minor }: Pick<RuleShadowRow, 'paid_minor' | 'would_pay_minor'>,
  { money }: Formats,
): string {
  const difference = would_pay_minor - paid_minor;
  if (difference === 0n) return 'the same in all';
  return difference > 0n ? `${money(difference)} more` : `${money(-difference)} less`;
}
