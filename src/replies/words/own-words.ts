import { isAttribution, mayAttribute, namesUs, type Sender } from './attributions.ts';
import { findHeaderBlock, isRule } from './header-blocks.ts';
import { plainText } from './plain.ts';
import { withoutSignature } from './signatures.ts';

/**
 * What somebody wrote in a reply, without what they quote, their signature and what their program
 * added: '' where that is nothing. Where they wrote between the lines of a quote, the end of what
 * they reply to stays before each of their answers, as a quote.
 */
export function ownWords(text: string, sender: Sender): string {
  const lines = plainText(text)
    .split('\n')
    .map((line) => (/^-- $/.test(line) ? line : line.trimEnd()));
  const above = lines.slice(0, findHeaderBlock(lines, sender));
  const pieces = piecesOf(markQuotes(above, sender)).map(cleaned).filter(isSomething);
  return joined(pieces);
}

type Line = { text: string; quoted: boolean };
type Piece = { quoted: boolean; lines: string[] };

/** Which lines are not the writer's own: those behind a >, and what says whose they are. */
function markQuotes(lines: readonly string[], sender: Sender): Line[] {
  const marked = lines.map((text) => ({ text, quoted: QUOTED.test(text) }));
  for (let end = 0; end < lines.length; end += 1) {
    const start = end + 1 - linesOfAttribution(lines, end);
    if (start > end) continue;
    const next = marked.find(({ text }, at) => at > end && text.trim() !== '');
    if (next && !next.quoted) {
      if (!namesUs(lines.slice(start, end + 1).join(' '), sender)) continue;
      // Nothing is marked below it, so all of it is the mail that is replied to.
      return marked.slice(0, start);
    }
    for (const line of marked.slice(start, end + 1)) line.quoted = true;
  }
  return marked;
}

const QUOTED = /^ {0,3}(?:>|&gt;)/;

/** How many lines up to this one say who wrote what follows; programs break it into up to four. */
function linesOfAttribution(lines: readonly string[], end: number): number {
  if (!/[:：]$/.test(lines[end] ?? '')) return 0;
  const spans = [1, 2, 3, 4]
    .filter((length) => length <= end + 1)
    .map((length) => lines.slice(end + 1 - length, end + 1))
    .filter((span) => span.every((line) => line.trim() !== '' && !QUOTED.test(line)));
  const known = spans.find((span) => isAttribution(span.join(' ')));
  return (known ?? spans.find((span) => mayAttribute(span.join(' '))))?.length ?? 0;
}

/** Lines of one sort together; white lines belong to what stands above them. */
function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, quoted } of lines) {
    const last = pieces.at(-1);
    if (last && (last.quoted === quoted || text === '')) last.lines.push(text);
    else pieces.push({ quoted, lines: [text] });
  }
  return pieces;
}

const cleaned = ({ quoted, lines }: Piece): Piece => ({
  quoted,
  lines: quoted ? lines : withoutRuleAtEnd(withoutSignature(lines)),
});

/** “-----Original Message-----” above lines that are marked as a quote. */
const withoutRuleAtEnd = (lines: string[]) =>
  isRule(lines.findLast((line) => line.trim() !== '') ?? '')
    ? lines.slice(
        0,
        lines.findLastIndex((line) => isRule(line)),
      )
    : lines;

const isSomething = ({ lines }: Piece) => lines.some((line) => line.trim() !== '');

/** Quotes stay where their answers stand below them, and there are several or words before. */
function joined(pieces: readonly Piece[]): string {
  const end = pieces.findLastIndex(({ quoted }) => !quoted);
  const kept = pieces.slice(0, end + 1);
  const between = kept.filter(({ quoted }) => quoted).length > 1 || kept[0]?.quoted === false;
  return kept
    .map(({ quoted, lines }) => (quoted ? (between ? tailOf(lines) : '') : lines.join('\n')))
    .filter((part) => part.trim() !== '')
    .map((part) => part.replaceAll(/\n{3,}/g, '\n\n').replaceAll(/^\n+|\s+$/g, ''))
    .join('\n\n');
}

/** The last paragraph of a quote, of what we wrote and not of what that quoted. */
function tailOf(lines: readonly string[]): string {
  const direct = lines.filter((line) => /^ {0,3}(?:>|&gt;) ?(?![ >])/.test(line));
  const text = direct.map((line) => line.replace(/^ {0,3}(?:>|&gt;) ?/, '').trim());
  const paragraph =
    text
      .join('\n')
      .trim()
      .split(/\n{2,}/)
      .at(-1) ?? '';
  const tail = paragraph.split('\n').slice(-LONGEST_TAIL);
  return paragraph === '' ? '' : tail.map((line) => `> ${line}`).join('\n');
}

/** Lines. */
const LONGEST_TAIL = 5;
