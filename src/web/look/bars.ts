import { escapeHtml, html, type Html } from '../html.ts';
import {
  drawChart,
  frameOf,
  label,
  round,
  type Chart,
  type Frame,
  type Tone,
} from './chart-frame.ts';

export type BarChart = Chart & {
  /** From the bottom of the stack upwards; each has a value for every label. */
  series: readonly { tone: Tone; values: readonly bigint[] }[];
  /** The bar whose total is written above it. */
  highlight?: number;
};

/** Stacked bars, drawn on the server with attributes alone. */
export function bars(chart: BarChart): Html {
  const totals = chart.labels.map((_, index) => sum(stackAt(chart, index)));
  const frame = frameOf(chart, totals, 6);
  const step = (frame.right - frame.left) / chart.labels.length;
  const width = Math.min(44, step * 0.58);
  const marks = chart.labels.map((text, index) => {
    const x = round(frame.left + step * index + (step - width) / 2);
    const strong = chart.highlight === index;
    const total = totals[index] ?? 0n;
    const middle = round(x + width / 2);
    const above = strong && label(middle, frame.y(total) - 7, chart.format(total), { strong });
    const below = label(middle, frame.height - 8, text, { strong });
    return html`${stack(chart, index, { x, width, frame })}${above || undefined}${below}`;
  });
  return drawChart(chart, frame, marks);
}

type Place = { x: number; width: number; frame: Frame };

const stackAt = ({ series }: BarChart, index: number) =>
  series.map(({ values }) => values[index] ?? 0n);

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

/** One bar: each part stands on those before it, and the last has rounded shoulders. */
function stack(chart: BarChart, index: number, { x, width, frame }: Place): Html[] {
  const values = stackAt(chart, index);
  const last = values.findLastIndex((value) => value > 0n);
  return chart.series.map(({ tone }, part) => {
    const from = frame.y(sum(values.slice(0, part)));
    const to = frame.y(sum(values.slice(0, part + 1)));
    if (from === to) return html``;
    const radius = part === last ? round(Math.min(5, (from - to) / 2)) : 0;
    const shape = `M${coords(x, from)}V${coords(to + radius)}${shoulders(width, radius)}V${coords(from)}z`;
    return html`<path class="f${tone}" d="${escapeHtml(shape)}" />`;
  });
}

function shoulders(width: number, radius: number): string {
  if (radius === 0) return `h${coords(width)}`;
  const [left, right] = [coords(0, -radius, radius, -radius), coords(radius, 0, radius, radius)];
  return `q${left}h${coords(width - 2 * radius)}q${right}`;
}

const coords = (...values: number[]) => values.map(round).join(' ');
