import { reactions } from '../src/reactions/reactions.ts';
import { reactionsToHistory as history } from '../src/reactions/to-history.ts';
import { reviewWait } from '../src/forum/unanswered/review-wait.ts';
import { tellOfAcceptance } from '../src/notices/tell-of-acceptance.ts';
import { tellOfAnswer } from '../src/notices/tell-of-answer.ts';
import { tellOfComment } from '../src/notices/tell-of-comment.ts';
import { tellOfSolution } from '../src/notices/tell-followers.ts';
import { tellOfGuide } from '../src/notices/tell-of-guide.ts';
import { tellOfLevel } from '../src/notices/tell-of-level.ts';
import { tellOfMentions } from '../src/notices/tell-of-mentions.ts';
import { tellOfVerdict } from '../src/notices/tell-of-verdict.ts';
import type { Reactions } from '../src/work.ts';

/** What follows from what has just happened: as from history, and members are told of it. */
export const toldReactions: Reactions = {
  ...history,
  'level changed': [tellOfLevel],
  'question asked': [...history['question asked'], tellOfMentions, reviewWait],
  'answer posted': [...history['answer posted'], tellOfAnswer, reviewWait],
  'comment posted': [...history['comment posted'], tellOfComment],
  'answer accepted': [...history['answer accepted'], tellOfAcceptance, tellOfSolution],
  'audit decided': [...history['audit decided'], tellOfVerdict],
  'question reopened': reactions['question reopened'],
  'questions merged': reactions['questions merged'],
  'question split': reactions['question split'],
  'guide shown': [tellOfGuide],
};
