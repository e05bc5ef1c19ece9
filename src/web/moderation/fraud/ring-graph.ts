import type { CaseEvidence, EvidencePair } from '../../../trust/rings/read-case.ts';
import { escapeHtml, html, type Html } from '../../html.ts';
import { label, round } from '../../look/chart-frame.ts';

/**
 * Who accepted whom, as a picture: members on a circle, an arrow from each asker to each author,
 * thicker the oftener, and dashed between those who share a device or a number.
 */
export function ringGraph({ members, pairs }: CaseEvidence): Html {
  const places = placesOf(members);
  const most = Math.max(1, ...pairs.map(({ accepted }) => accepted));
  const desc = pairs.map((pair) => sentenceOf(pair, places)).join('; ');
  return html`<svg
    class="chart s"
    viewBox="0 0 ${SIZE} ${SIZE}"
    role="img"
    aria-labelledby="ring-t ring-d"
  >
    <title id="ring-t">Who accepted whom</title>
    <desc id="ring-d">${escapeHtml(desc)}.</desc>
    ${pairs.map((pair) => arrow(pair, places, most))}${[...places.values()].map(person)}
  </svg>`;
}

type Place = { name: string; x: number; y: number; labelX: number; labelY: number };
type Places = ReadonlyMap<number, Place>;

const SIZE = 460;
const MIDDLE = SIZE / 2;
const RADIUS = 150;
const DOT = 11;

function placesOf(members: CaseEvidence['members']): Places {
  return new Map(
    members.map(({ id, name }, index) => {
      const angle = (2 * Math.PI * index) / members.length - Math.PI / 2;
      const at = (by: number) => ({
        x: round(MIDDLE + by * Math.cos(angle)),
        y: round(MIDDLE + by * Math.sin(angle)),
      });
      const text = at(RADIUS + 30);
      return [id, { name, ...at(RADIUS), labelX: text.x, labelY: text.y + 4 }];
    }),
  );
}

const sentenceOf = ({ asker, author, accepted }: EvidencePair, places: Places) =>
  `${places.get(asker)?.name ?? ''} accepted ${String(accepted)} of ${places.get(author)?.name ?? ''}`;

/** A little beside the straight line, so that the way back has room too. */
function arrow(pair: EvidencePair, places: Places, most: number): Html {
  const [from, to] = [places.get(pair.asker), places.get(pair.author)];
  if (!from || !to) return html``;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [alongX, alongY] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [sideX, sideY] = [-alongY * 5, alongX * 5];
  const start = { x: from.x + alongX * DOT + sideX, y: from.y + alongY * DOT + sideY };
  const end = { x: to.x - alongX * (DOT + 4) + sideX, y: to.y - alongY * (DOT + 4) + sideY };
  const width = round(1.5 + (3 * pair.accepted) / most);
  const isLinked = pair.sharesDevice || pair.sharesNumber;
  const dashes = isLinked ? html` stroke-dasharray="7 4"` : undefined;
  const wing = (side: number) => ({
    x: round(end.x - alongX * 9 - alongY * side),
    y: round(end.y - alongY * 9 + alongX * side),
  });
  const [left, right] = [wing(5), wing(-5)];
  const tone = escapeHtml(isLinked ? 'st2' : 'st1');
  const fill = escapeHtml(isLinked ? 'f2' : 'f1');
  return html`<path
      class="${tone}"
      stroke-width="${width}"
      ${dashes}
      d="M${round(start.x)} ${round(start.y)}L${round(end.x)} ${round(end.y)}"
    />
    <path
      class="${fill}"
      d="M${round(end.x + alongX * 3)} ${round(end.y + alongY * 3)}L${left.x} ${left.y}L${right.x} ${right.y}Z"
    />`;
}

function person({ name, x, y, labelX, labelY }: Place): Html {
  const anchor = labelX < MIDDLE - 20 ? 'end' : labelX > MIDDLE + 20 ? 'start' : 'middle';
  const shown = name.length > 14 ? `${name.slice(0, 13)}…` : name;
  const towards = anchor === 'middle' ? labelX : anchor === 'end' ? labelX + 12 : labelX - 12;
  return html`<circle
      class="f0"
      cx="${x}"
      cy="${y}"
      r="${DOT}"
    />${label(towards, labelY, shown, { anchor, strong: true })}`;
}
