import type { CaseEvents } from '../handoff/events.ts';
import { logCase, logPromise, queueCase, settleCase } from '../moderation/queue/cases.ts';
import { settleTaken } from '../moderation/unanswered/queue-unanswered.ts';
import { tellOfCaseClosed, tellOfCaseReply } from '../notices/tell-of-case.ts';
import { noteIn } from '../pictures/note-uses.ts';
import type { Reactions } from '../work.ts';

/** What follows from what happens to private cases. */
export const caseReactions: Pick<Reactions, keyof CaseEvents | 'case handled'> = {
  'case waits': [queueCase, settleTaken],
  'case rests': [settleCase],
  'case message written': [noteIn.message],
  'case replied': [tellOfCaseReply],
  'case closed': [tellOfCaseClosed],
  'case handled': [logCase],
  'case promise changed': [logPromise],
};
