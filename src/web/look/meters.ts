import { escapeHtml, html, type Html } from '../html.ts';
import { round, share, type Tone } from './chart-frame.ts';

/** How much of a whole, as a bar; `label` says it in words. */
export function meter(value: bigint, whole: bigint, label: string, tone: Tone = 1): Html {
  const width = round(Math.min(1, share(value, whole)) * 100);
  return html`<svg
    class="meter"
    viewBox="0 0 100 6"
    preserveAspectRatio="none"
    role="img"
    aria-label="${escapeHtml(label)}"
  >
    <rect class="f${tone}" width="${width}" height="6" />
  </svg>`;
}

/** One small block for each thing of a batch, in the order of the parts. */
export function segs(parts: readonly { count: number; tone: Tone }[], label: string): Html {
  const tones = parts.flatMap(({ count, tone }) => Array.from({ length: count }, () => tone));
  // Narrower where blocks are few and wide, so that the gaps look alike in any batch.
  const gap = Math.min(2, round(tones.length * 0.04));
  const blocks = tones.map(
    (tone, index) =>
      html`<rect class="f${tone}" x="${index * 10}" width="${10 - gap}" height="10" />`,
  );
  return html`<svg
    class="meter"
    viewBox="0 0 ${Math.max(8, tones.length * 10 - gap)} 10"
    preserveAspectRatio="none"
    role="img"
    aria-label="${escapeHtml(label)}"
  >
    ${blocks}
  </svg>`;
}
