/** Something that happened, and when: the replay moves the clock there and carries it out. */
export type Happening = { at: Date; happen: () => Promise<unknown> };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Instants of the demonstration's four months, counted back from the moment of seeding. */
export function calendarOf(now: Date, timeZone: string) {
  const dates = new Intl.DateTimeFormat('en-CA', { timeZone });
  /** An instant that many days ago at a local time of day; never later than a minute ago. */
  const daysAgo = (days: number, time: string): Date => {
    const date = dates.format(new Date(now.getTime() - days * DAY));
    return notAfter(now, local(date, time, timeZone));
  };
  const after = (at: Date, minutes: number): Date =>
    notAfter(now, new Date(at.getTime() + minutes * MINUTE));
  /** The day of the month at an instant, as people there count it. */
  const dayOf = (at: Date): number => Number(dates.format(at).slice(-2));
  return { daysAgo, after, dayOf, timeZone, now };
}

export type Calendar = ReturnType<typeof calendarOf>;

/** In the order in which things happened; what happened at once keeps the order it was told in. */
export const inOrder = (happenings: Happening[]): Happening[] =>
  happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime());

/** What a clock on the wall in a time zone says, as an instant; twice a year it may not exist. */
function local(date: string, time: string, timeZone: string): Date {
  const asIfUtc = new Date(`${date}T${time}:00Z`);
  return new Date(asIfUtc.getTime() - offsetAt(asIfUtc, timeZone));
}

function offsetAt(instant: Date, timeZone: string): number {
  const shown = instant.toLocaleString('sv-SE', { timeZone });
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - instant.getTime();
}

const notAfter = (now: Date, at: Date): Date => {
  const latest = now.getTime() - MINUTE;
  return at.getTime() > latest ? new Date(latest) : at;
};
