import { namesUs, type Sender } from './attributions.ts';

/**
 * Where a quote begins that is no more than the mail below some of its headers, as Outlook, Samsung
 * Email and whoever forwards write it; the number of lines where there is none.
 *
 * The names of headers are in any language, so a block is known by its shape: three lines or more
 * of a name and a colon, of which one names us.
 */
export function findHeaderBlock(lines: readonly string[], sender: Sender): number {
  const start = lines.findIndex((_line, index) => isBlock(lines, index, sender));
  return start === -1 ? lines.length : beforeRules(lines, start);
}

function isBlock(lines: readonly string[], start: number, sender: Sender): boolean {
  if (!HEADER.test(lines[start] ?? '')) return false;
  const rest = lines.slice(start, start + MOST);
  const end = rest.findIndex((line) => !HEADER.test(line) && !CONTINUED.test(line));
  const block = end === -1 ? rest : rest.slice(0, end);
  const headers = block.filter((line) => HEADER.test(line));
  return headers.length >= 3 && headers.some((line) => namesUs(line, sender));
}

/** Lines: long lists of recipients are folded. */
const MOST = 12;

/** “From: …”, “*Von:* …”, “差出人: …”. */
const HEADER = /^[*_]{0,2}\p{L}[\p{L}\p{M} .'’()/-]{0,28}[*_]{0,2} ?[:：][*_]{0,2}(?: |\t|$)/u;
const CONTINUED = /^[ \t]+\S|^<\S+>$/;

/** Rules of dashes and “-----Original Message-----” above it belong to it. */
function beforeRules(lines: readonly string[], start: number): number {
  let end = start;
  while (end > 0 && (isRule(lines[end - 1] ?? '') || lines[end - 1]?.trim() === '')) end -= 1;
  return end;
}

/** A line of dashes or underscores, with words between them or not. */
export const isRule = (line: string): boolean =>
  /^\s*(?:[-_=—]{5,}|-{2,} ?\p{L}[^-]{2,60}-{2,})\s*:?$/u.test(line);
