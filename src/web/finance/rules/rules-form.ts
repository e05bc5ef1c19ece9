import { z } from 'zod';

import { decimal, parseDecimal } from '../../../ledger/money.ts';
import type { DraftTerms } from '../../../rewards/check-terms.ts';
import type { Step } from '../../../rewards/decide.ts';
import { form, type Field, type Form } from '../../form-page.ts';
import { LEVELS } from '../../forum/words.ts';
import { optionalBlock, wholeNumber, type FieldErrors, type Typed } from '../../forms.ts';

const AMOUNT = 'Write an amount to the penny, such as 0.50.';
const STEPS = 'Write one step a line: from which reward on, and the percent, such as 11 50.';

/** What was typed of a rule set, as the draft wants it; whether it makes sense is asked there. */
export const rulesForm = z.object({
  accepted_answer: amount(),
  steps: z.string().default('').transform(readSteps),
  hold_days: number('days'),
  pair_limit: number('answers'),
  pair_days: number('days'),
  monthly_cap: amount(),
  daily_cap: amountOrNone(),
  monthly_budget: amountOrNone(),
  payout_minimum: amount(),
  expire_after_months: monthsOrNone(),
  newcomer_share: number('percent'),
  helper_share: number('percent'),
  guide_share: number('percent'),
  steward_share: number('percent'),
  notes: optionalBlock(1000, 'Your notes'),
});

/** The form's fields under the names that the draft has for them. */
export const termsOf = (typed: z.output<typeof rulesForm>): DraftTerms => {
  const { accepted_answer, monthly_cap, daily_cap, monthly_budget, payout_minimum, ...rest } =
    typed;
  return {
    ...rest,
    accepted_answer_minor: accepted_answer,
    monthly_cap_minor: monthly_cap,
    daily_cap_minor: daily_cap,
    monthly_budget_minor: monthly_budget,
    payout_minimum_minor: payout_minimum,
  };
};

/** A form with the terms in it that a draft begins with, or as it was typed. */
export const drawRulesForm = (
  { action, submit, terms }: { action: string; submit: string; terms: DraftTerms },
  errors: FieldErrors = {},
  typed: Typed = {},
): Form => form({ action, submit, fields: fieldsOf(terms) }, errors, typed);

function amount() {
  return z.string(AMOUNT).transform(readAmount);
}

/** Null where nothing was typed. */
function amountOrNone() {
  return z
    .string()
    .default('')
    .transform((text, context) => (text.trim() === '' ? null : readAmount(text, context)));
}

function readAmount(text: string, context: z.RefinementCtx): bigint {
  const minor = parseDecimal(text);
  if (minor !== undefined) return minor;
  context.addIssue({ code: 'custom', message: AMOUNT });
  return z.NEVER;
}

function number(what: string) {
  return wholeNumber(`Write a whole number of ${what}.`);
}

/** Null where nothing was typed. */
function monthsOrNone() {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null;
      if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text);
      context.addIssue({ code: 'custom', message: 'Write a whole number of months.' });
      return z.NEVER;
    });
}

function readSteps(text: string, context: z.RefinementCtx): Step[] {
  const lines = text.split(/[\r\n,;]+/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, from_nth, percent] = /^\s*(\d{1,4})[\s:]+(\d{1,3})\s*%?\s*$/.exec(line) ?? [];
    if (from_nth === undefined) context.addIssue({ code: 'custom', message: STEPS });
    return { from_nth: Number(from_nth), percent: Number(percent) };
  });
}

const fieldsOf = (terms: DraftTerms): Field[] => [
  ...worthFields(terms),
  ...limitFields(terms),
  ...laterFields(terms),
  ...shareFields(terms),
  {
    ...{ name: 'notes', label: 'Notes', kind: 'long', optional: true, value: terms.notes },
    hint: 'For finance alone.',
  },
];

const worthFields = ({ accepted_answer_minor, steps, hold_days }: DraftTerms): Field[] => [
  {
    ...{ name: 'accepted_answer', label: 'What an accepted answer earns' },
    value: decimal(accepted_answer_minor),
  },
  {
    ...{ name: 'steps', label: 'Less for many in one month', kind: 'long', optional: true },
    hint: 'One a line: from which reward of a month on, and its percent, such as 11 50.',
    value: steps.map((step) => `${String(step.from_nth)} ${String(step.percent)}`).join('\n'),
  },
  { name: 'hold_days', label: 'Days a reward is held', value: String(hold_days) },
];

const limitFields = (terms: DraftTerms): Field[] => [
  {
    ...{ name: 'pair_limit', label: 'Answers paid from the same person' },
    value: String(terms.pair_limit),
  },
  { name: 'pair_days', label: 'In so many days', value: String(terms.pair_days) },
  {
    ...{ name: 'monthly_cap', label: 'Most a member earns in a month' },
    value: decimal(terms.monthly_cap_minor),
  },
  {
    ...{ name: 'daily_cap', label: 'Most a member earns in a day', optional: true },
    ...{ hint: 'Empty for no limit.', value: orEmpty(terms.daily_cap_minor) },
  },
  {
    ...{ name: 'monthly_budget', label: 'Budget of a month', optional: true },
    hint: 'For all members together; rewards beyond it wait. Empty for no budget.',
    value: orEmpty(terms.monthly_budget_minor),
  },
];

const laterFields = ({ payout_minimum_minor, expire_after_months }: DraftTerms): Field[] => [
  {
    ...{ name: 'payout_minimum', label: 'Least that is paid out' },
    value: decimal(payout_minimum_minor),
  },
  {
    ...{ name: 'expire_after_months', label: 'Months until unused credit expires' },
    ...{ optional: true, hint: 'Empty for never.' },
    value: expire_after_months === null ? '' : String(expire_after_months),
  },
];

const shareFields = (terms: DraftTerms): Field[] =>
  (['newcomer', 'helper', 'guide', 'steward'] as const).map((level) => ({
    name: `${level}_share`,
    label: `${LEVELS[level]}s’ answers that are checked`,
    hint: 'In 100 paid ones.',
    value: String(terms[`${level}_share`]),
  }));

const orEmpty = (minor: bigint | null) => (minor === null ? '' : decimal(minor));
