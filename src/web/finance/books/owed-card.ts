import type { OwedDay } from '../../../finance/books/owed-by-day.ts';
import type { Formats } from '../../format.ts';
import type { Html } from '../../html.ts';
import { line } from '../../look/charts.ts';

/** What members were owed day by day, as a drawing and as a table. */
export type OwedCard = { wide: Html; narrow: Html; rows: { day: string; owed: string }[] };

export function owedCard(days: OwedDay[], formats: Formats): OwedCard {
  const dayOf = ({ day }: OwedDay) => formats.day(new Date(`${day}T12:00:00Z`));
  const [first, last] = [days[0], days.at(-1)];
  const drawn = (id: string, size: { width?: number; height?: number; small?: boolean }) =>
    line({
      ...{ id, title: 'Owed to members, day by day', ...size },
      desc:
        first && last
          ? `From ${formats.money(first.owed)} on ${dayOf(first)} to ${formats.money(last.owed)} on ${dayOf(last)}.`
          : '',
      labels: days.map((day) => dayOf(day).replace(/ \d{4}$/, '')),
      every: size.small ? 10 : 6,
      series: [{ tone: 1, values: days.map(({ owed }) => (owed > 0n ? owed : 0n)) }],
      format: formats.money,
      tick: (minor) => formats.money(minor).replace(/\.00$/, ''),
    });
  return {
    wide: drawn('owed-wide', { width: 560, height: 300 }),
    narrow: drawn('owed-narrow', { small: true }),
    rows: [...days].reverse().map((day) => ({ day: dayOf(day), owed: formats.money(day.owed) })),
  };
}
