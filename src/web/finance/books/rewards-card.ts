import type { MonthOfRewards } from '../../../finance/books/rewards-by-month.ts';
import type { Formats } from '../../format.ts';
import type { Html } from '../../html.ts';
import { bars, type BarChart } from '../../look/charts.ts';

/** Rewards by month as a drawing, for wide and for narrow pages, and as a table. */
export type RewardsCard = {
  wide: Html;
  narrow: Html;
  rows: { month: string; released: string; held: string; takenBack: string }[];
};

/** The months are those the rewards were earned in; the parts are what became of them since. */
export function rewardsCard(months: MonthOfRewards[], formats: Formats): RewardsCard {
  return {
    wide: bars({ id: 'rewards-wide', ...chartOf(months, formats), width: 720, height: 330 }),
    narrow: bars({ id: 'rewards-narrow', ...chartOf(months.slice(-6), formats), small: true }),
    rows: [...months].reverse().map(({ month, released, held, takenBack }) => ({
      month: formats.month(month),
      released: formats.money(released),
      held: formats.money(held),
      takenBack: formats.money(takenBack),
    })),
  };
}

function chartOf(months: MonthOfRewards[], formats: Formats): Omit<BarChart, 'id'> {
  const last = months.at(-1);
  return {
    title: 'Rewards by the month they were earned in',
    desc: last
      ? `In ${formats.month(last.month)}: ${formats.money(last.released)} released, ` +
        `${formats.money(last.held)} being checked, ${formats.money(last.takenBack)} taken back.`
      : '',
    labels: months.map(({ month }) => formats.month(month).slice(0, 3)),
    series: [
      { tone: 1, values: months.map(({ released }) => released) },
      { tone: 2, values: months.map(({ held }) => held) },
      { tone: 4, values: months.map(({ takenBack }) => takenBack) },
    ],
    format: formats.money,
    tick: (minor) => formats.money(minor).replace(/\.00$/, ''),
    highlight: months.length - 1,
  };
}
