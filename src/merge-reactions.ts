import { tellOfMerge, tellOfMergeUndone } from './notices/tell-of-merge.ts';
import type { Reactions } from './work.ts';

/** What follows when our team makes one question of two, or two of one again. */
export const mergeReactions: Pick<Reactions, 'questions merged' | 'merge undone'> = {
  'questions merged': [tellOfMerge],
  'merge undone': [tellOfMergeUndone],
};
