/** What is used of a parsed element; the types of the DOM are not among the server's. */
export type HtmlNode = {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: HtmlNode | null;
  readonly previousSibling: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly lastChild: HtmlNode | null;
};

/** The tags that become emphasis, and the mark of each. */
export const EMPHASIS: Readonly<Record<string, string>> = {
  EM: '*',
  I: '*',
  STRONG: '**',
  B: '**',
  DEL: '~~',
  S: '~~',
  STRIKE: '~~',
};

const INLINE = new Set([...Object.keys(EMPHASIS), 'A', 'SPAN', 'FONT', 'SUB', 'SUP', 'U', 'SMALL']);

/**
 * The content of an element between emphasis marks, or bare where Markdown would not read the
 * marks as emphasis but print them: `**Note:**text`, `**one****two**`, several paragraphs.
 */
export function emphasise(content: string, node: HtmlNode): string {
  const mark = EMPHASIS[node.nodeName] ?? '';
  if (content === '' || content.trim() !== content) return content;
  if (spansBlocks(content) || isWithinSame(mark, node.parentNode)) return content;

  const text = node.textContent ?? '';
  const before = /^\s/.test(text) ? ' ' : neighbour(node, 'previousSibling');
  const after = /\s$/.test(text) ? ' ' : neighbour(node, 'nextSibling');
  const opens = marksCanStand(before, content.at(0) ?? '');
  const closes = marksCanStand(after, content.at(-1) ?? '');
  return opens && closes ? `${mark}${content}${mark}` : content;
}

const spansBlocks = (content: string) => content.replace(/ {2}\n(?=\S)/g, '').includes('\n');

function isWithinSame(mark: string, parent: HtmlNode | null): boolean {
  if (parent === null) return false;
  return EMPHASIS[parent.nodeName] === mark || isWithinSame(mark, parent.parentNode);
}

type Side = 'previousSibling' | 'nextSibling';

/** The character beside an element, '' at an edge of its block, undefined beside other marks. */
function neighbour(node: HtmlNode, side: Side): string | undefined {
  const beside = node[side];
  if (beside === null) {
    const { parentNode } = node;
    return parentNode && INLINE.has(parentNode.nodeName) ? neighbour(parentNode, side) : '';
  }
  if (beside.nodeName === 'BR') return '';
  if (beside.nodeName === 'IMG') return '[';
  const text = Array.from(beside.textContent ?? '');
  if (text.length === 0) return neighbour(beside, side);
  if (side === 'nextSibling') return text.at(0);
  return endsInMarks(beside) ? undefined : text.at(-1);
}

function endsInMarks(node: HtmlNode | null): boolean {
  if (node === null) return false;
  return EMPHASIS[node.nodeName] !== undefined || endsInMarks(node.lastChild);
}

/** CommonMark's rule of flanking: next to punctuation inside, only space or punctuation outside. */
const marksCanStand = (outside: string | undefined, inside: string) =>
  outside !== undefined && (/^[\p{L}\p{N}]$/u.test(inside) || /^[\s\p{P}]?$/u.test(outside));
