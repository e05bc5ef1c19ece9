import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';

import { escapeHtml, html, type Html } from '../html.ts';

/** What was taken out and what was added, word by word; line by line where that is too much. */
export function wordDiff(before: string, after: string): Html {
  const changes = compare(before, after) ?? [
    { value: before, removed: true, added: false, count: 1 },
    { value: after, removed: false, added: true, count: 1 },
  ];
  return html`<p class="diff">${changes.map(mark)}</p>`;
}

/** Comparing costs the length times the edits: each has its bound, and beyond it all is new. */
const MAX_WORDS = { length: 40_000, edits: 800 };
const MAX_LINES = { maxEditLength: 400 };

function compare(before: string, after: string): ChangeObject<string>[] | undefined {
  const isShort = before.length + after.length <= MAX_WORDS.length;
  const limit = { maxEditLength: isShort ? MAX_WORDS.edits : 0 };
  return diffWordsWithSpace(before, after, limit) ?? diffLines(before, after, MAX_LINES);
}

function mark({ value, added, removed }: ChangeObject<string>): Html {
  const text = escapeHtml(value);
  if (added) return html`<ins>${text}</ins>`;
  return removed ? html`<del>${text}</del>` : text;
}
