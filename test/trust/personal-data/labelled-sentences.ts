import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PersonalKind } from '#src/trust/personal-data/personal-data.ts';
import { root } from '#src/root.ts';

/** A sentence as a customer types it, with what is personal in it. */
export type Labelled = { text: string; spans: readonly Span[] };

export type Span = { kind: PersonalKind; start: number; end: number };

/** Sentences of a file: one a line, `\n` for a new line, `[[kind:what is personal]]`. */
export const labelledSentences = (file: 'sentences-to-tune-on' | 'sentences-held-out') =>
  readFileSync(join(root, 'test/trust/personal-data', `${file}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelledOf(line.replaceAll(String.raw`\n`, '\n')));

function labelledOf(marked: string): Labelled {
  const spans: Span[] = [];
  let text = '';
  let done = 0;
  for (const { 0: mark, 1: kind, 2: personal = '', index } of marked.matchAll(MARK)) {
    text += marked.slice(done, index);
    const start = text.length;
    text += personal;
    spans.push({ kind: kind as PersonalKind, start, end: text.length });
    done = index + mark.length;
  }
  return { text: text + marked.slice(done), spans };
}

const MARK = /\[\[(\w+):(.*?)\]\](?!\])/gs;
