import { stateOf } from '../../../approvals/proposals.ts';
import type { Month } from '../../../ledger/dates.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { leftOf } from '../../../rewards/budgets.ts';
import type { MonthBudget, Raise } from '../../../rewards/read-budget.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Note } from '../../look/notes.ts';
import { STANDINGS, type Chip } from '../adjustments/adjustment-words.ts';
import type { DecisionCard } from '../adjustments/adjustment-page.ts';

export type RulesBudgetPage = {
  title: string;
  note: Note | undefined;
  tiles: { term: string; amount: string; detail: string }[];
  raises: RaiseRow[];
  /** What waits for whoever looks, or for somebody else. */
  decisions: (DecisionCard & { title: string; text: string })[];
  /** Undefined where the rules set no budget. */
  form: Form | undefined;
};

type RaiseRow = { what: string; chip: Chip; story: string };

type Read = {
  month: Month;
  read: MonthBudget;
  raises: Raise[];
  viewer: MemberRow;
  now: Date;
};

export const budgetPath = (month: string) => withQuery('/finance/rules/budget', { month });

export function rulesBudgetPage(
  { month, read, raises, viewer, now }: Read,
  formats: Formats,
  errors: FieldErrors = {},
  typed: Typed = {},
): RulesBudgetPage {
  const open = raises.filter(({ proposal }) => stateOf(proposal, now) === 'open');
  return {
    title: `Budget of ${formats.month(month)}`,
    note: budgetNote(month, read, formats),
    tiles: read.budget ? tilesOf(read, formats) : [],
    raises: raises.map((raise) => rowOf(raise, now, formats)),
    decisions: open.map((raise) => decisionOf(raise, viewer, formats)),
    form: read.budget && raiseForm(month, errors, typed),
  };
}

/** What finance should know of a month's budget; nothing while there is plenty. */
export function budgetNote(
  month: string,
  { budget, waiting }: MonthBudget,
  formats: Formats,
): Note | undefined {
  if (!budget) {
    return { kind: 'info', lead: `${formats.month(month)} has no budget.`, text: NO_BUDGET };
  }
  const limit = budget.budget_minor + budget.raised_minor;
  const link = { href: budgetPath(month), label: 'See the budget' };
  if (waiting.rewards > 0 || budget.committed_minor >= limit) {
    const many = waiting.rewards === 1 ? '1 reward' : `${formats.count(waiting.rewards)} rewards`;
    return {
      ...{ kind: 'warn', link, lead: `${formats.month(month)}’s reward budget is used up.` },
      text: `${many} of ${formats.money(waiting.amount)} wait for more, or for next month. `,
    };
  }
  if (budget.committed_minor * 100n < limit * 80n) return undefined;
  const lead = `Four fifths of ${formats.month(month)}’s reward budget are used.`;
  return {
    kind: 'warn',
    link,
    lead,
    text: `${formats.money(limit - budget.committed_minor)} left. `,
  };
}

const NO_BUDGET = 'The rules in force at its beginning set none, so nothing waits for one.';

function tilesOf({ budget, waiting }: MonthBudget, { money, count }: Formats) {
  if (!budget) return [];
  return [
    { term: 'Budget', amount: money(budget.budget_minor), detail: 'As the rules set it' },
    { term: 'Raised by', amount: money(budget.raised_minor), detail: 'Approved for this month' },
    { term: 'Used', amount: money(budget.committed_minor), detail: 'Held or released' },
    { term: 'Left', amount: money(leftOf(budget)), detail: 'Before rewards wait' },
    {
      ...{ term: 'Waiting', amount: money(waiting.amount) },
      detail: waiting.rewards === 1 ? '1 reward' : `${count(waiting.rewards)} rewards`,
    },
  ];
}

const askedFor = ({ amount_minor, month }: Raise, { money, month: nameOf }: Formats) =>
  `${amount_minor === null ? 'All that waits' : money(amount_minor)} more for ${nameOf(month)}`;

function rowOf(raise: Raise, now: Date, formats: Formats): RaiseRow {
  const { proposal, raised_minor } = raise;
  const { proposer, made_at, checker, decided_at, note } = proposal;
  const raised = raised_minor === null ? '' : `, ${formats.money(raised_minor)}`;
  const decided = decided_at && `${checker ?? ''} decided, ${formats.dateTime(decided_at)}`;
  const asked = `${proposer} asked, ${formats.dateTime(made_at)}: ${proposal.reason}`;
  return {
    what: `${askedFor(raise, formats)}${raised}`,
    chip: STANDINGS[stateOf(proposal, now)],
    story: [asked, decided, note].filter(Boolean).join('. '),
  };
}

function decisionOf(raise: Raise, viewer: MemberRow, formats: Formats) {
  const { proposal } = raise;
  const isMaker = proposal.made_by === viewer.id;
  return {
    title: askedFor(raise, formats),
    text: `${proposal.proposer}: ${proposal.reason} It rests on: ${proposal.evidence}`,
    action: `/finance/rules/budget/${String(raise.id)}/approval`,
    key: `-${String(raise.id)}`,
    isMaker,
    approve: 'Approve and raise',
    whyNot: isMaker ? 'You asked for it, so somebody else in finance approves.' : undefined,
  };
}

const raiseForm = (month: Month, errors: FieldErrors, typed: Typed): Form =>
  form(
    {
      ...{ action: '/finance/rules/budget', submit: 'Ask for approval', hidden: { month } },
      id: 'raise',
      fields: [
        {
          ...{ name: 'amount', label: 'How much more', optional: true },
          hint: 'To the penny, such as 250.00. Empty for all that waits when it is approved.',
        },
        { name: 'reason', label: 'Why', kind: 'long', hint: 'Whoever approves it reads this.' },
        { name: 'evidence', label: 'What it rests on', hint: 'A ticket, a document, a link.' },
      ],
    },
    errors,
    typed,
  );
