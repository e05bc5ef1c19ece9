/** An instant as somebody wrote it by the clocks of a time zone. */
export type LocalTime = {
  at: Date;
  /** What the clocks did to it: they showed it twice, or went past it. */
  oddity: 'twice' | 'skipped' | undefined;
  /** The second instant at which they showed it. */
  again: Date | undefined;
};

/**
 * Reads 2026-10-14T09:30, with or without seconds and milliseconds, by the clocks of a time zone;
 * with Z or an offset behind it, by nobody's. What the clocks show twice is the first of the two;
 * what they never show is the instant at which they were put forward. Undefined if it is no time.
 */
export function readLocalTime(text: string, timeZone: string): LocalTime | undefined {
  const [, wall, offset] = SHAPE.exec(text.trim()) ?? [];
  if (wall === undefined) return undefined;
  const at = new Date(`${wall}${offset ?? 'Z'}`);
  if (Number.isNaN(at.getTime()) || !exists(wall)) return undefined;
  return offset === undefined ? byClocks(at.getTime(), timeZone) : plain(at);
}

/** An instant as the clocks of a time zone show it, in the form that a field for it takes. */
export function writeLocalTime(at: Date, timeZone: string): string {
  const wall = new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString();
  return wall.replace(/Z$/, '').replace(/(?::00)?\.000$/, '');
}

const SHAPE =
  /^(2[01]\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** The 31st of February is a date to JavaScript, only another one. */
function exists(wall: string): boolean {
  const time = new Date(`${wall.replace(' ', 'T')}Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(wall.slice(0, 10));
}

const plain = (at: Date): LocalTime => ({ at, oddity: undefined, again: undefined });

/** `wall` is what the clocks show, as if it were UTC. */
function byClocks(wall: number, timeZone: string): LocalTime {
  const offsets = [offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)];
  const [first, second] = [...new Set(offsets)]
    .map((offset) => wall - offset)
    .filter((at) => at + offsetAt(at, timeZone) === wall)
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
  if (first === undefined) {
    const [before = 0, after = 0] = offsets;
    const at = changeBetween(
      wall - Math.max(before, after),
      wall - Math.min(before, after),
      timeZone,
    );
    return { at: new Date(at), oddity: 'skipped', again: undefined };
  }
  return second === undefined ? plain(first) : { at: first, oddity: 'twice', again: second };
}

const DAY = 86_400_000;

/** The millisecond at which the clocks were changed. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const before = offsetAt(from, timeZone);
  let [earliest, latest] = [from, to];
  while (latest - earliest > 1) {
    const middle = Math.floor((earliest + latest) / 2);
    if (offsetAt(middle, timeZone) === before) earliest = middle;
    else latest = middle;
  }
  return latest;
}

/** How far the clocks are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = partsOf(timeZone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    ...([of('year'), of('month') - 1, of('day')] as const),
    ...([of('hour'), of('minute'), of('second')] as const),
  );
  return wall - Math.floor(at / 1_000) * 1_000;
}

const partsOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
