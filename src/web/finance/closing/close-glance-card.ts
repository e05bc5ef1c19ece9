import type { CloseGlance } from '../../../finance/closing/close-glance.ts';
import type { Formats } from '../../format.ts';
import type { CloseCard } from './close-page.ts';
import type { CloseStep } from './close-steps.ts';

/** The closing card of the dashboard: where it stands, and the way to the checklist. */
export function closeGlanceCard(glance: CloseGlance, formats: Formats): CloseCard {
  const { month, period } = glance;
  const name = formats.month(month);
  const isClosed = period?.state === 'closed';
  const steps = isClosed ? [closedStep(glance)] : stepsOf(glance, formats);
  const open = steps.filter(({ state }) => state === 'todo').length;
  return {
    title: isClosed ? `${name} is closed` : `Close ${name}`,
    chip: isClosed ? { text: 'Closed', tone: 'ok' } : { text: toDo(period, open), tone: 'gold' },
    steps,
    ...{ story: [], action: undefined },
  };
}

function toDo(period: CloseGlance['period'], open: number): string {
  if (period?.state === 'closing') return 'Waiting for approval';
  return open === 0 ? 'Ready to check' : `${String(open)} to do`;
}

const linkTo = (month: string, label: string) => ({ href: `/finance/close/${month}`, label });

const closedStep = ({ month }: CloseGlance): CloseStep => ({
  ...{ number: 1, text: 'Locked', detail: 'It can never change again', state: 'done' },
  link: linkTo(month, 'Files'),
});

function stepsOf({ month, isDue, earlier, carried }: CloseGlance, formats: Formats): CloseStep[] {
  const over = isDue ? 'Late items go to the next open month' : 'Not for an hour after its end';
  const waiting = `${formats.count(carried.rewards)} waiting, ${formats.money(carried.amount)}: carried over`;
  const steps: Omit<CloseStep, 'number'>[] = [
    {
      ...{ text: 'The month is over', detail: over, link: undefined },
      state: isDue ? 'done' : 'todo',
    },
    ...(earlier === undefined
      ? []
      : [
          {
            ...{ text: `Close ${formats.month(earlier)} first`, state: 'todo' as const },
            ...{ detail: 'Months are closed in their order', link: linkTo(earlier, 'View') },
          },
        ]),
    {
      ...{ text: 'Finish checks', state: 'done', link: undefined },
      detail: carried.rewards === 0n ? 'Nothing waits for a check' : waiting,
    },
    {
      ...{ text: 'Entries balance', state: 'later', link: linkTo(month, 'Check') },
      detail: 'Everything is recomputed at the close',
    },
    {
      ...{ text: 'Lock and download', state: 'later', link: undefined },
      detail: 'A second person approves',
    },
  ];
  return steps.map((step, index) => ({ ...step, number: index + 1 }));
}
