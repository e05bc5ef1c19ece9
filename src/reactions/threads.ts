import type { Split } from '../forum/facts.ts';
import { setUnmergedApart } from '../forum/duplicates/set-apart.ts';
import { tellWatchers } from '../forum/live/tell-watchers.ts';
import { reviewMerged, reviewWait } from '../forum/unanswered/review-wait.ts';
import { sweepFindings } from '../moderation/posts/queue-findings.ts';
import { followSplit } from '../moderation/threads/follow-split.ts';
import { refuseUndecided } from '../moderation/threads/refuse-undecided.ts';
import { moveNotices } from '../notices/move-notices.ts';
import { tellOfMerge, tellOfMergeUndone } from '../notices/tell-of-merge.ts';
import { tellOfSplit, tellOfSplitUndone } from '../notices/tell-of-split.ts';
import { tellSuggesters } from '../notices/tell-suggesters.ts';
import { tellOfQuestion } from '../notices/tell-topic-followers.ts';
import { noteIn } from '../pictures/note-uses.ts';
import { checkQuestion } from '../trust/personal-data/check-published.ts';
import type { Reaction, Reactions, Work } from '../work.ts';

/** In the thread that posts came out of: what waits there, and whoever watches it. */
const inFirst =
  (react: Reaction<'question reopened'>) =>
  (work: Work, { fromId }: Split): Promise<void> =>
    react(work, { questionId: fromId });

/** What follows when our team makes one question of two, or two of one, and takes that back. */
export const threadReactions: Pick<
  Reactions,
  'questions merged' | 'merge undone' | 'question split' | 'split undone'
> = {
  'questions merged': [tellOfMerge, tellSuggesters, reviewMerged],
  'merge undone': [setUnmergedApart, tellOfMergeUndone, reviewMerged],
  'question split': [
    ...[refuseUndecided, checkQuestion, noteIn.question, followSplit, moveNotices],
    ...[inFirst(sweepFindings), tellOfSplit, tellOfQuestion],
    ...[tellWatchers, inFirst(tellWatchers), reviewWait, inFirst(reviewWait)],
  ],
  'split undone': [
    ...[followSplit, moveNotices, inFirst(sweepFindings), tellOfSplitUndone],
    ...[tellWatchers, inFirst(tellWatchers), reviewWait, inFirst(reviewWait)],
  ],
};
