import { escapeHtml, html, type Html } from '../html.ts';
import { drawChart, frameOf, label, round, type Chart, type Frame } from './chart-frame.ts';

export type LineChart = Chart & {
  /** Each has a value for every label; the first is filled below. */
  series: readonly { tone: 1 | 2 | 3 | 4 | 5; values: readonly bigint[] }[];
  /** Writes every so many labels; 1 by default, and the last always. */
  every?: number;
  target?: { value: bigint; label: string };
};

/** Lines over time, with the latest value written at the end of each. */
export function line(chart: LineChart): Html {
  const values = chart.series.flatMap((series) => series.values);
  const frame = frameOf(chart, chart.target ? [...values, chart.target.value] : values, 52);
  const gaps = Math.max(1, chart.labels.length - 1);
  const x = (index: number) => round(frame.left + ((frame.right - frame.left) * index) / gaps);
  return drawChart(chart, frame, [
    ...dates(chart, frame, x),
    ...target(chart, frame),
    ...chart.series.map((series, index) =>
      index === 0
        ? html`${area(series.values, frame, x)}${stroke(chart, series, frame, x)}`
        : stroke(chart, series, frame, x),
    ),
  ]);
}

type Across = (index: number) => number;
type Series = LineChart['series'][number];

function dates({ labels, every = 1 }: LineChart, { height }: Frame, x: Across): Html[] {
  const last = labels.length - 1;
  const isWritten = (index: number) =>
    index === last || (index % every === 0 && last - index >= every);
  return labels.map((text, index) =>
    isWritten(index) ? label(x(index), height - 8, text) : html``,
  );
}

function target({ target: goal }: LineChart, { left, right, y }: Frame): Html[] {
  if (!goal) return [];
  const height = y(goal.value);
  return [
    html`<path class="ln-t st3" d="M${left} ${height}H${right}" />`,
    label(right + 6, height + 4, goal.label, { anchor: 'start' }),
  ];
}

const path = (values: readonly bigint[], { y }: Frame, x: Across) =>
  values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${String(x(index))} ${String(y(value))}`)
    .join('');

function area(values: readonly bigint[], frame: Frame, x: Across): Html {
  const floor = String(frame.baseline);
  const end = `L${String(x(values.length - 1))} ${floor}L${String(x(0))} ${floor}z`;
  return html`<path class="ar" d="${escapeHtml(path(values, frame, x) + end)}" />`;
}

function stroke(chart: LineChart, { tone, values }: Series, frame: Frame, x: Across): Html {
  const last = values.length - 1;
  const value = values[last] ?? 0n;
  const [end, height] = [x(last), frame.y(value)];
  const text = label(end + 9, height + 4, chart.format(value), { anchor: 'start', strong: true });
  return html`<path class="ln st${tone}" d="${escapeHtml(path(values, frame, x))}" />
    <circle class="f${tone}" cx="${end}" cy="${height}" r="4.5" />${text}`;
}
