import { RUBRIC, type Rubric } from '../../../moderation/agreement/rubric.ts';
import type { DeskKeys } from '../../../moderation/queue/desk-settings.ts';
import type { Typed } from '../../forms.ts';

/** The rubric as a form draws it: folded until somebody scores, or presses its key. */
export type RubricField = { open: boolean; key: string; parts: readonly RubricPart[] };

type RubricPart = {
  name: string;
  label: string;
  options: readonly { value: string; label: string; chosen: boolean }[];
};

export function rubricField(typed: Typed, { score: key }: DeskKeys): RubricField {
  const parts = RUBRIC.map((name) => ({
    ...{ name, label: PARTS[name] },
    options: Object.entries({ '': '–', ...SCORES }).map(([value, label]) => ({
      ...{ value, label, chosen: value === (typed[name] ?? '') },
    })),
  }));
  return { open: RUBRIC.some((name) => typed[name]), key, parts };
}

/** What was scored, in a sentence for the author; undefined where nothing was. */
export function rubricWords(scored: Rubric): string | undefined {
  const words = RUBRIC.flatMap((name) => {
    const score = scored[name];
    return score === null ? [] : [`${PARTS[name].toLowerCase()}: ${SCORES[score].toLowerCase()}`];
  });
  return words.length === 0 ? undefined : words.join(' · ');
}

const PARTS: Record<keyof Rubric, string> = {
  correct: 'Correct',
  complete: 'Complete',
  safe: 'Safe',
  clear: 'Clear',
  original: 'Original',
};

const SCORES = { yes: 'Yes', partly: 'Partly', no: 'No' } as const;
