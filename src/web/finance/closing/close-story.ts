import { stateOf } from '../../../approvals/proposals.ts';
import type { Checklist } from '../../../finance/closing/close-checklist.ts';
import type { CloseRequest } from '../../../finance/closing/close-requests.ts';
import type { Formats } from '../../format.ts';

/** What somebody did, and what they said or left as evidence, if anything. */
export type StoryLine = { text: string; said: string };

/** Who asked to close a month and who decided, each time that somebody asked, with their words. */
export function storyOf(
  { period, requests }: Pick<Checklist, 'period' | 'requests'>,
  now: Date,
  { dateTime }: Formats,
): StoryLine[] {
  if (requests.length > 0) return requests.flatMap((one) => linesOf(one, now, dateTime));
  if (!period?.closing_at || !period.closed_at) return [];
  return [
    `${period.maker ?? ''} asked to close it on ${dateTime(period.closing_at)}.`,
    `${period.checker ?? ''} approved it on ${dateTime(period.closed_at)}.`,
  ].map((text) => ({ text, said: '' }));
}

function linesOf(request: CloseRequest, now: Date, dateTime: Formats['dateTime']): StoryLine[] {
  const { maker, made_at, reason, evidence } = request;
  return [
    { text: `${maker} asked to close it on ${dateTime(made_at)}.`, said: `${reason}\n${evidence}` },
    { text: endOf(request, now, dateTime), said: request.note },
  ];
}

function endOf(request: CloseRequest, now: Date, dateTime: Formats['dateTime']) {
  const { checker, decided_at, expires_at } = request;
  const state = stateOf(request, now);
  if (state === 'expired')
    return `Nobody approved it by ${dateTime(expires_at)}, so it stayed open.`;
  if (state === 'open' || !decided_at) return `It can be approved until ${dateTime(expires_at)}.`;
  return `${checker ?? ''} ${DECIDED[state]} on ${dateTime(decided_at)}.`;
}

const DECIDED = {
  approved: 'approved it',
  declined: 'sent it back',
  withdrawn: 'took it back',
} as const;
