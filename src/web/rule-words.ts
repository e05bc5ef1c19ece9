import type { DraftTerms } from '../rewards/check-terms.ts';
import type { Formats } from './format.ts';

/** One rule in words, under a name that stays the same from one set to the next. */
export type RuleLine = { label: string; text: string };

/** Rules as a table, under a name for those who hear the page. */
export type RuleTable = { label: string; lines: RuleLine[] };

/** A rule that changes from one set to the next. */
export type RuleChange = { label: string; before: string; after: string };

export type Terms = Omit<DraftTerms, 'notes'>;

/**
 * Everything that a rule set decides, line by line. Amounts of budgets are for finance alone;
 * others read only whether there is one.
 */
export function ruleLines(terms: Terms, formats: Formats, { candid = false } = {}): RuleLine[] {
  const { money } = formats;
  const { hold_days, pair_limit, pair_days, daily_cap_minor, expire_after_months } = terms;
  return [
    { label: 'An accepted answer', text: money(terms.accepted_answer_minor) },
    ...stepLines(terms, formats),
    { label: 'Being checked', text: `Until its check, or ${days(hold_days)} if it has none` },
    {
      label: 'From the same person',
      text: `At most ${times(pair_limit, 'answer')} paid in ${days(pair_days)}`,
    },
    { label: 'Never paid', text: 'Answers to your own question, and our team’s' },
    { label: 'Most in a month', text: money(terms.monthly_cap_minor) },
    {
      label: 'Most in a day',
      text: daily_cap_minor === null ? 'No limit' : money(daily_cap_minor),
    },
    { label: 'Budget of a month', text: budgetWords(terms, formats, candid) },
    { label: 'Least that is paid out', text: money(terms.payout_minimum_minor) },
    {
      label: 'Unused credit',
      text:
        expire_after_months === null
          ? 'Never expires'
          : `Expires after ${times(expire_after_months, 'month')} without use, and three notices`,
    },
    { label: 'Answers that are checked', text: shareWords(terms) },
  ];
}

/** What of a rule set is not as in the one before. */
export function changesBetween(before: RuleLine[], after: RuleLine[]): RuleChange[] {
  const textOf = (lines: RuleLine[], label: string) =>
    lines.find((line) => line.label === label)?.text ?? NOTHING;
  const labels = new Set([...after, ...before].map(({ label }) => label));
  return [...labels]
    .map((label) => ({ label, before: textOf(before, label), after: textOf(after, label) }))
    .filter((change) => change.before !== change.after);
}

const NOTHING = 'No rule';

const times = (count: number, what: string) =>
  count === 1 ? `1 ${what}` : `${String(count)} ${what}s`;
const days = (count: number) => times(count, 'day');

function stepLines({ steps }: Terms, { count }: Formats): RuleLine[] {
  if (steps.length === 0) return [];
  const texts = steps.map(
    ({ from_nth, percent }) => `${String(percent)}% of it from reward ${count(from_nth)} on`,
  );
  return [{ label: 'Many in one month', text: texts.join(', then ') }];
}

function budgetWords({ monthly_budget_minor: budget }: Terms, { money }: Formats, candid: boolean) {
  if (budget === null) return 'No limit';
  return candid ? money(budget) : 'Limited: rewards beyond it wait, and none is lost';
}

const shareWords = ({ newcomer_share, helper_share, guide_share, steward_share }: Terms) =>
  `${String(newcomer_share)} in 100 of Newcomers’, ${String(helper_share)} of Helpers’, ` +
  `${String(guide_share)} of Guides’, ${String(steward_share)} of Stewards’`;
