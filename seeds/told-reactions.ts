import { reactionsToHistory as history } from '../src/reactions-to-history.ts';
import { tellOfAcceptance } from '../src/notices/tell-of-acceptance.ts';
import { tellOfAnswer } from '../src/notices/tell-of-answer.ts';
import { tellOfComment } from '../src/notices/tell-of-comment.ts';
import { tellOfSolution } from '../src/notices/tell-followers.ts';
import { tellOfGuide } from '../src/notices/tell-of-guide.ts';
import { tellOfLevel } from '../src/notices/tell-of-level.ts';
import { tellOfMerge } from '../src/notices/tell-of-merge.ts';
import { tellOfMentions } from '../src/notices/tell-of-mentions.ts';
import { tellOfVerdict } from '../src/notices/tell-of-verdict.ts';
import type { Reactions } from '../src/work.ts';

/** What follows from what has just happened: as from history, and members are told of it. */
export const toldReactions: Reactions = {
  ...history,
  'level changed': [tellOfLevel],
  'question asked': [...history['question asked'], tellOfMentions],
  'answer posted': [...history['answer posted'], tellOfAnswer],
  'comment posted': [...history['comment posted'], tellOfComment],
  'answer accepted': [...history['answer accepted'], tellOfAcceptance, tellOfSolution],
  'audit decided': [...history['audit decided'], tellOfVerdict],
  'questions merged': [tellOfMerge],
  'guide shown': [tellOfGuide],
};
