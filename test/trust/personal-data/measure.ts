import {
  findPersonalData,
  type PersonalKind,
  type Surroundings,
} from '#src/trust/personal-data/personal-data.ts';
import type { Labelled, Span } from './labelled-sentences.ts';

/** How well the detector did with some sentences. */
export type Score = { found: number; missed: number; wrong: number };

export type Measured = {
  all: Score;
  kinds: ReadonlyMap<PersonalKind, Score>;
  /** What it got wrong, one line each. */
  mistakes: readonly string[];
};

/** A finding counts where a span of the same kind overlaps it; each span counts once. */
export function measure(sentences: readonly Labelled[], surroundings: Surroundings): Measured {
  const kinds = new Map<PersonalKind, Score>();
  const mistakes: string[] = [];
  const count = (kind: PersonalKind, what: keyof Score) => {
    const score = kinds.get(kind) ?? { found: 0, missed: 0, wrong: 0 };
    kinds.set(kind, { ...score, [what]: score[what] + 1 });
  };
  for (const { text, spans } of sentences) {
    const findings = findPersonalData(text, surroundings);
    const hit = spans.filter((span) => findings.some((finding) => isSame(span, finding)));
    const missed = spans.filter((span) => !hit.includes(span));
    const wrong = findings.filter((finding) => !spans.some((span) => isSame(span, finding)));
    for (const { kind } of hit) count(kind, 'found');
    for (const [what, list] of [
      ['missed', missed],
      ['wrong', wrong],
    ] as const) {
      for (const { kind, start, end } of list) {
        count(kind, what);
        mistakes.push(`${what} ${kind} “${text.slice(start, end)}” in: ${text}`);
      }
    }
  }
  return { all: total([...kinds.values()]), kinds, mistakes };
}

/** Of what it found, the share that is personal. */
export const precisionOf = ({ found, wrong }: Score) => found / (found + wrong || 1);

/** Of what is personal, the share that it found. */
export const recallOf = ({ found, missed }: Score) => found / (found + missed || 1);

const isSame = (span: Span, other: Span) =>
  span.kind === other.kind && span.start < other.end && other.start < span.end;

const total = (scores: readonly Score[]): Score => ({
  found: sum(scores.map(({ found }) => found)),
  missed: sum(scores.map(({ missed }) => missed)),
  wrong: sum(scores.map(({ wrong }) => wrong)),
});

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
