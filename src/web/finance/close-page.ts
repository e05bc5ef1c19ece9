import type { Checklist } from '../../finance/close-checklist.ts';
import type { Period } from '../../finance/periods.ts';
import type { Format } from '../../finance/exports/formats.ts';
import { mayApprove } from '../../finance/permissions.ts';
import type { Month } from '../../ledger/dates.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Formats } from '../format.ts';
import { fileAddress } from './downloads.ts';
import { FORMAT_NAMES } from './format-names.ts';

export type ClosePage = {
  title: string;
  card: CloseCard;
  downloads: Download[];
};

/** What is done and what is to do before a month is closed, and the button that does it. */
export type CloseCard = {
  title: string;
  chip: { text: string; tone: 'ok' | 'gold' };
  steps: CloseStep[];
  /** Who asked and who approved, in sentences. */
  story: string[];
  /** Undefined where there is nothing to press any more. */
  action: CloseAction | undefined;
};

export type CloseStep = {
  number: number;
  text: string;
  detail: string;
  state: 'done' | 'todo' | 'later';
  link: { href: string; label: string } | undefined;
};

/** A button, and in words why it cannot be pressed if it cannot. */
export type CloseAction = {
  address: string;
  label: string;
  disabled: string | undefined;
  /** Whether to offer to send the request back. */
  sendBack: boolean;
};

/** A file of the month, and what it must add up to. */
export type Download = { label: string; href: string; manifest: string };

export function closePage(checklist: Checklist, viewer: MemberRow, formats: Formats): ClosePage {
  return {
    title: `Close ${formats.month(checklist.month)}`,
    card: closeCard(checklist, viewer, formats),
    downloads: downloadsOf(checklist.month),
  };
}

export function closeCard(checklist: Checklist, viewer: MemberRow, formats: Formats): CloseCard {
  const steps = stepsOf(checklist, formats);
  const open = steps.filter(({ state }) => state === 'todo').length;
  const isClosed = checklist.period?.state === 'closed';
  return {
    title: `Close ${formats.month(checklist.month)}`,
    chip: isClosed
      ? { text: 'Closed', tone: 'ok' }
      : { text: open === 0 ? 'Ready' : `${String(open)} to do`, tone: open === 0 ? 'ok' : 'gold' },
    steps,
    story: storyOf(checklist.period, formats),
    action: actionOf(checklist, viewer, formats),
  };
}

/** Every file of a month, in the order of the formats. */
export const downloadsOf = (month: Month): Download[] =>
  (Object.keys(FORMAT_NAMES) as Format[]).map((format) => {
    const href = fileAddress(format, month);
    return { label: FORMAT_NAMES[format], href, manifest: `${href}.manifest.json` };
  });

type Step = Omit<CloseStep, 'number' | 'link'> & Partial<Pick<CloseStep, 'link'>>;

function stepsOf(checklist: Checklist, formats: Formats): CloseStep[] {
  const { month, earlier, isOver, period } = checklist;
  const isClosed = period?.state === 'closed';
  const steps: Step[] = [
    {
      text: 'The month is over',
      detail: isOver
        ? 'Late items go to the next open month'
        : `It’s still ${formats.month(month)}`,
      state: isOver ? 'done' : 'todo',
    },
    ...(earlier === undefined ? [] : [earlierStep(earlier, formats)]),
    balanceStep(checklist),
    checksStep(checklist, formats),
    {
      text: 'Lock and download',
      detail: isClosed ? 'Closed for ever' : 'A second person approves',
      state: isClosed ? 'done' : 'later',
    },
  ];
  return steps.map((step, index) => ({ link: undefined, ...step, number: index + 1 }));
}

const earlierStep = (earlier: string, formats: Formats): Step => ({
  text: `Close ${formats.month(earlier)} first`,
  detail: 'Months are closed in their order',
  state: 'todo',
  link: { href: `/finance/close/${earlier}`, label: 'View' },
});

function balanceStep({ broken: [first], unnumbered }: Checklist): Step {
  if (first) {
    return { text: 'Entries balance', detail: `No: ${first.rule.toLowerCase()}`, state: 'todo' };
  }
  const fresh = unnumbered === 0n ? '' : `, ${String(unnumbered)} get their number at the close`;
  return { text: 'Entries balance', detail: `Every balance recomputed${fresh}`, state: 'done' };
}

function checksStep({ carried }: Checklist, formats: Formats): Step {
  const { rewards, amount } = carried;
  const count = `${formats.count(rewards)} still waiting, ${formats.money(amount)}: carried over`;
  const detail = rewards === 0n ? 'Nothing waits for a check' : count;
  return { text: 'Finish checks', detail, state: 'done' };
}

function storyOf(period: Period | undefined, { dateTime }: Formats): string[] {
  if (!period?.closing_at) return [];
  const asked = `${period.maker ?? ''} asked to close it on ${dateTime(period.closing_at)}.`;
  if (!period.closed_at) return [asked];
  return [asked, `${period.checker ?? ''} approved it on ${dateTime(period.closed_at)}.`];
}

function actionOf(
  checklist: Checklist,
  viewer: MemberRow,
  formats: Formats,
): CloseAction | undefined {
  const { month, period } = checklist;
  if (period?.state === 'closed') return undefined;
  const isAsked = period?.state === 'closing';
  return {
    address: `/finance/periods/${month}/${isAsked ? 'approval' : 'close'}`,
    label: isAsked ? `Approve and close ${formats.month(month)}` : `Close ${formats.month(month)}`,
    disabled: whyNot(checklist, viewer, formats),
    sendBack: isAsked,
  };
}

function whyNot(checklist: Checklist, viewer: MemberRow, formats: Formats): string | undefined {
  const { period, isOver, earlier, broken } = checklist;
  if (!period) return 'Nothing was booked in this month.';
  if (!isOver) return `It can be closed once ${formats.month(checklist.month)} is over.`;
  if (earlier !== undefined) return `${formats.month(earlier)} has to be closed first.`;
  if (broken.length > 0) return 'The books have to balance first.';
  if (period.state === 'closing' && !mayApprove(viewer, period)) {
    return 'You asked, so somebody else in finance approves.';
  }
  return undefined;
}
