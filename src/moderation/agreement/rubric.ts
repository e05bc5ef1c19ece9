import type { AuditOpinionRow } from '../rows.ts';

/** What an answer is judged by, besides the verdict, in the order of the desk. */
export const RUBRIC = ['correct', 'complete', 'safe', 'clear', 'original'] as const;

/** How an answer does in each respect; null where nobody scored it. */
export type Rubric = Pick<AuditOpinionRow, (typeof RUBRIC)[number]>;

/** Every respect of a rubric of which only some were scored. */
export const wholeRubric = (scored: Partial<Rubric> = {}): Rubric => ({ ...UNSCORED, ...scored });

const UNSCORED: Rubric = { correct: null, complete: null, safe: null, clear: null, original: null };
