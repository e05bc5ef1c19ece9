import type { Checklist } from '../../../finance/closing/close-checklist.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import { budgetPath } from '../rules/rules-budget-page.ts';

export type CloseStep = {
  number: number;
  text: string;
  detail: string;
  state: 'done' | 'todo' | 'later';
  link: { href: string; label: string } | undefined;
};

type Step = Omit<CloseStep, 'number' | 'link'> & Partial<Pick<CloseStep, 'link'>>;

/** The checklist in its order: what has to be so, and what is carried into the next month. */
export function stepsOf(checklist: Checklist, formats: Formats): CloseStep[] {
  const isClosed = checklist.period?.state === 'closed';
  const steps: Step[] = [
    overStep(checklist, formats),
    ...(checklist.earlier === undefined ? [] : [earlierStep(checklist.earlier, formats)]),
    balanceStep(checklist, formats),
    totalsStep(checklist, formats),
    checksStep(checklist, formats),
    ...carriedSteps(checklist, formats),
    sealStep(checklist, formats),
    {
      text: 'Lock and download',
      detail: isClosed ? 'Closed for ever' : 'A second person approves',
      state: isClosed ? 'done' : 'later',
    },
  ];
  return steps.map((step, index) => ({ link: undefined, ...step, number: index + 1 }));
}

function overStep({ month, isOver, isDue, dueAt }: Checklist, formats: Formats): Step {
  const text = 'The month is over';
  if (isDue) return { text, detail: 'Late items go to the next open month', state: 'done' };
  const detail = isOver
    ? `It has an hour’s grace, until ${formats.time(dueAt)}`
    : `It’s still ${formats.month(month)}`;
  return { text, detail, state: 'todo' };
}

const earlierStep = (earlier: string, formats: Formats): Step => ({
  text: `Close ${formats.month(earlier)} first`,
  detail: 'Months are closed in their order',
  state: 'todo',
  link: { href: `/finance/close/${earlier}`, label: 'View' },
});

/** The close recomputes everything itself, so what was found before stands in nobody's way. */
function balanceStep({ verification }: Checklist, formats: Formats): Step {
  const text = 'Entries balance';
  if (!verification)
    return { text, detail: 'Everything is recomputed at the close', state: 'later' };
  const at = formats.dateTime(verification.finished_at);
  return verification.first === null
    ? { text, detail: `Every balance, leaf and rule recomputed, ${at}`, state: 'done' }
    : { text, detail: `Not on ${at}: ${verification.first}`, state: 'todo' };
}

function totalsStep({ totals: { debit, credit } }: Checklist, { money }: Formats): Step {
  const agree = debit === credit;
  return {
    text: 'Totals agree',
    detail: `Debits ${money(debit)} ${agree ? '=' : '≠'} credits ${money(credit)}`,
    state: agree ? 'done' : 'todo',
  };
}

function checksStep({ month, carried }: Checklist, formats: Formats): Step {
  const { rewards, amount } = carried;
  const text = 'Finish checks';
  if (rewards === 0n) return { text, detail: 'Nothing waits for a check', state: 'done' };
  return {
    text,
    detail: `${formats.count(rewards)} still waiting, ${formats.money(amount)}: carried over`,
    state: 'done',
    link: { href: waitingEntries(month), label: 'View' },
  };
}

const waitingEntries = (period: string) =>
  withQuery('/finance/ledger', { period, account: 'checking', event: 'reward.hold' });

/** What else nobody has decided: it counts in the month in which somebody does. */
function carriedSteps({ month, proposals, overBudget }: Checklist, formats: Formats): Step[] {
  const approvals = { href: '/finance/approvals', label: 'View' };
  const steps: Step[] = [];
  if (proposals > 0n) {
    const detail = `${formats.count(proposals)} undecided: booked in the month of the decision`;
    steps.push({ text: 'Decide proposals', detail, state: 'done', link: approvals });
  }
  if (overBudget.rewards > 0n) {
    const { rewards, amount } = overBudget;
    const detail = `${formats.count(rewards)} wait for a budget, ${formats.money(amount)}: carried over`;
    const link = { href: budgetPath(month), label: 'View' };
    steps.push({ text: 'Decide what is over budget', detail, state: 'done', link });
  }
  return steps;
}

function sealStep({ unsealed }: Checklist, formats: Formats): Step {
  const text = 'Journal sealed';
  if (unsealed === 0n)
    return { text, detail: 'Every entry has its number and its leaf', state: 'done' };
  return { text, detail: `${formats.count(unsealed)} are sealed with the close`, state: 'done' };
}
