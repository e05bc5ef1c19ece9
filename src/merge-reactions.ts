import { setUnmergedApart } from './forum/duplicates/set-apart.ts';
import { reviewMerged } from './forum/unanswered/review-wait.ts';
import { tellOfMerge, tellOfMergeUndone } from './notices/tell-of-merge.ts';
import { tellSuggesters } from './notices/tell-suggesters.ts';
import type { Reactions } from './work.ts';

/** What follows when our team makes one question of two, or two of one again. */
export const mergeReactions: Pick<Reactions, 'questions merged' | 'merge undone'> = {
  'questions merged': [tellOfMerge, tellSuggesters, reviewMerged],
  'merge undone': [setUnmergedApart, tellOfMergeUndone, reviewMerged],
};
