import { escapeHtml, html, type Html } from '../html.ts';

/** The five colours of charts, and 0 for what is left over. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** What every chart says. Values are whole: pence, minutes, people. */
export type Chart = {
  /** Unique on the page. */
  id: string;
  title: string;
  /** The chart in one sentence, for whoever cannot see it. */
  desc: string;
  labels: readonly string[];
  /** How a value is written; `tick` where the axis needs it shorter. */
  format: (value: bigint) => string;
  tick?: (value: bigint) => string;
  /** The top of the axis, where it must not follow the values. */
  max?: bigint;
  /** For phones: fewer pixels, larger letters. */
  small?: boolean;
  width?: number;
  height?: number;
};

/** Where things stand, in the units of the drawing. */
export type Frame = {
  width: number;
  height: number;
  left: number;
  right: number;
  baseline: number;
  /** The height at which a value stands. */
  y: (value: bigint) => number;
  top: bigint;
};

/** Lays out a chart of these values; `right` is the room kept for what is written there. */
export function frameOf(chart: Chart, values: readonly bigint[], right: number): Frame {
  const { width = chart.small ? 340 : 640, height = 240 } = chart;
  const top = chart.max ?? niceMax(values);
  const [baseline, room] = [height - BELOW, height - BELOW - ABOVE];
  const y = (value: bigint) => round(baseline - room * share(value, top));
  return { width, height, left: LEFT, right: width - right, baseline, y, top };
}

/** The drawing with its name, its description and its axis. */
export function drawChart(chart: Chart, frame: Frame, marks: readonly Html[]): Html {
  const id = escapeHtml(chart.id);
  const classes = escapeHtml(chart.small ? 'chart s' : 'chart');
  const { width, height } = frame;
  return html`<svg
    class="${classes}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="${id}-t ${id}-d"
  >
    <title id="${id}-t">${escapeHtml(chart.title)}</title>
    <desc id="${id}-d">${escapeHtml(chart.desc)}</desc>
    ${axis(chart, frame)}${marks}
  </svg>`;
}

/** Words in a drawing. */
export function label(x: number, y: number, text: string, look: LabelLook = {}): Html {
  const { anchor = 'middle', strong = false } = look;
  const classes = strong ? html` class="strong"` : undefined;
  return html`<text${classes} x="${x}" y="${y}" text-anchor="${escapeHtml(anchor)}"
    >${escapeHtml(text)}</text>`;
}

/** One value as a share of another, from 0 to 1, without making a float of either. */
export function share(value: bigint, whole: bigint): number {
  if (whole <= 0n || value <= 0n) return 0;
  return Number((value * PRECISION) / whole) / Number(PRECISION);
}

export const round = (value: number): number => Math.round(value * 10) / 10;

type LabelLook = { anchor?: 'start' | 'middle' | 'end'; strong?: boolean };

const LEFT = 46;
const ABOVE = 22;
const BELOW = 26;
const PRECISION = 100_000n;
const QUARTERS = [0n, 1n, 2n, 3n, 4n];
const NICE = [4n, 8n, 12n, 16n, 20n, 24n, 32n];

/** The first round number that no value exceeds and that has whole quarters. */
function niceMax(values: readonly bigint[]): bigint {
  const largest = values.reduce((most, value) => (value > most ? value : most), 0n);
  for (let scale = 1n; ; scale *= 10n) {
    const nice = NICE.find((step) => step * scale >= largest);
    if (nice) return nice * scale;
  }
}

function axis({ format, tick = format }: Chart, { left, right, y, top }: Frame): Html[] {
  return QUARTERS.map((quarter) => {
    const value = (top * quarter) / 4n;
    const classes = escapeHtml(quarter === 0n ? 'axis' : 'grid');
    const line = html`<path class="${classes}" d="M${left} ${y(value)}H${right}" />`;
    return html`${line}${label(left - 8, y(value) + 4, tick(value), { anchor: 'end' })}`;
  });
}
