import { mayCheck } from '../../../approvals/permissions.ts';
import { stateOf } from '../../../approvals/proposals.ts';
import type { Checklist } from '../../../finance/closing/close-checklist.ts';
import type { Format } from '../../../finance/exports/formats.ts';
import type { Month } from '../../../ledger/dates.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import { stepsOf, type CloseStep } from './close-steps.ts';
import { storyOf, type StoryLine } from './close-story.ts';
import { fileAddress } from '../exports/downloads.ts';
import { FORMAT_NAMES } from '../exports/format-names.ts';

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
  /** Who asked and who decided, and what they said. */
  story: StoryLine[];
  /** Undefined where there is nothing to press any more. */
  action: CloseAction | undefined;
};

/** A button, and in words why it cannot be pressed if it cannot. */
export type CloseAction = {
  address: string;
  label: string;
  disabled: string | undefined;
  /** What may be written with it. */
  note: { label: string; hint: string };
  /** The other way to decide: to send the request back, or to take one's own back. */
  other: { decision: 'send-back' | 'withdraw'; label: string } | undefined;
};

/** A file of the month, and what it must add up to. */
export type Download = { label: string; href: string; manifest: string };

type Seen = { checklist: Checklist; viewer: MemberRow; now: Date };

export function closePage(seen: Seen, formats: Formats): ClosePage {
  const { month } = seen.checklist;
  return {
    title: `Close ${formats.month(month)}`,
    card: closeCard(seen, formats),
    downloads: downloadsOf(month),
  };
}

export function closeCard(seen: Seen, formats: Formats): CloseCard {
  const { checklist, now } = seen;
  const steps = stepsOf(checklist, formats);
  const open = steps.filter(({ state }) => state === 'todo').length;
  const isClosed = checklist.period?.state === 'closed';
  return {
    title: `Close ${formats.month(checklist.month)}`,
    chip: isClosed
      ? { text: 'Closed', tone: 'ok' }
      : { text: open === 0 ? 'Ready' : `${String(open)} to do`, tone: open === 0 ? 'ok' : 'gold' },
    steps,
    story: storyOf(checklist, now, formats),
    action: actionOf(seen, formats),
  };
}

/** Every file of a month, in the order of the formats. */
export const downloadsOf = (month: Month): Download[] =>
  (Object.keys(FORMAT_NAMES) as Format[]).map((format) => {
    const href = fileAddress(format, month);
    return { label: FORMAT_NAMES[format], href, manifest: `${href}.manifest.json` };
  });

/** What was asked for and is still to be decided. */
function waitingRequest({ checklist: { period, requests }, now }: Seen) {
  const last = requests.at(-1);
  if (period?.state !== 'closing' || !last) return undefined;
  return stateOf(last, now) === 'open' ? last : undefined;
}

function actionOf(seen: Seen, formats: Formats): CloseAction | undefined {
  const { checklist, viewer } = seen;
  if (checklist.period?.state === 'closed') return undefined;
  const request = waitingRequest(seen);
  const month = formats.month(checklist.month);
  const disabled = whyNot(seen, formats);
  const address = `/finance/periods/${checklist.month}`;
  if (!request) {
    return {
      ...{ address: `${address}/close`, label: `Close ${month}`, disabled, other: undefined },
      note: {
        label: 'Note',
        hint: 'For whoever approves. The checklist goes with it as it stands.',
      },
    };
  }
  return {
    ...{ address: `${address}/approval`, label: `Approve and close ${month}`, disabled },
    note: { label: 'Note', hint: 'Where you send it back: what has to change.' },
    other:
      request.made_by === viewer.id
        ? { decision: 'withdraw', label: 'Take it back' }
        : { decision: 'send-back', label: 'Send back' },
  };
}

function whyNot(seen: Seen, formats: Formats): string | undefined {
  const { period, isDue, dueAt, earlier } = seen.checklist;
  if (!period) return 'Nothing was booked in this month.';
  if (!isDue) {
    return `It can be closed from ${formats.dateTime(dueAt)}: an hour after the month’s end.`;
  }
  if (earlier !== undefined) return `${formats.month(earlier)} has to be closed first.`;
  const request = waitingRequest(seen);
  if (request && !mayCheck(seen.viewer, request)) {
    return 'You asked, so somebody else in finance approves.';
  }
  return undefined;
}
