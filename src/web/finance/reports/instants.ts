import { readLocalTime, writeLocalTime, type LocalTime } from '../../../finance/local-time.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Note } from '../../look/notes.ts';

/** An instant that a page was asked for, and the field that asks for another. */
export type AsOfField = {
  action: string;
  /** By the operator's clocks, as the field takes it. */
  value: string;
  zone: string;
  error: string | undefined;
};

/** The instant; or what is wrong, and what was typed if it was a time. */
export type Asked =
  | { time: LocalTime; error?: never; typed?: never }
  | { time?: never; error: string; typed?: string };

type Place = { now: Date; timeZone: string };

/** Now where nothing was asked for; nothing is known of what is still to come. */
export function askedInstant(text: string | undefined, { now, timeZone }: Place): Asked {
  if (text === undefined || text === '') {
    return { time: { at: now, oddity: undefined, again: undefined } };
  }
  const time = readLocalTime(text.replace(/ (?=\d\d:\d\d$)/, '+'), timeZone);
  if (!time) return { error: `“${text.slice(0, 40)}” is no date and time. Enter one.` };
  if (time.at <= now) return { time };
  const typed = writeLocalTime(time.at, timeZone);
  return { typed, error: 'That is still to come. Enter an instant of the past.' };
}

export const asOfField = (
  action: string,
  { time, error, typed }: Asked,
  timeZone: string,
): AsOfField => ({
  action,
  value: time ? writeLocalTime(time.at, timeZone) : (typed ?? ''),
  zone: timeZone,
  error,
});

/** An address that means this very instant, whatever the clocks did that night. */
export const asOfPath = (path: string, at: Date, more: Record<string, string | undefined> = {}) =>
  withQuery(path, { at: at.toISOString(), ...more });

/** 25 October 2026 at 01:30:00.250 BST, to the millisecond where it needs it. */
export function instantText(at: Date, timeZone: string): string {
  const fractionalSecondDigits = at.getMilliseconds() === 0 ? undefined : (3 as const);
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit' },
    ...{ minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
    ...(fractionalSecondDigits && { fractionalSecondDigits }),
  });
  return format.format(at);
}

/** What the clocks did to the time that was typed, and how to mean the other one. */
export function clockNote(
  { at, oddity, again }: LocalTime,
  action: string,
  timeZone: string,
): Note | undefined {
  if (oddity === 'skipped') {
    return {
      kind: 'info',
      lead: 'The clocks never showed that time.',
      text: `They were put forward past it: this is the instant of the change, ${instantText(at, timeZone)}.`,
    };
  }
  if (oddity !== 'twice' || !again) return undefined;
  return {
    kind: 'info',
    lead: 'The clocks showed that time twice.',
    text: `This is the first, ${instantText(at, timeZone)}.`,
    link: {
      href: asOfPath(action, again),
      label: `See the second, ${instantText(again, timeZone)}`,
    },
  };
}
