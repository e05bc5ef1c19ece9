import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { answering } from './answering.ts';
import { asking } from './asking.ts';
import { commenting } from './commenting.ts';
import { deciding } from './deciding.ts';
import { drafts } from './drafts/saving.ts';
import { editing } from './editing.ts';
import { fixed } from './fixed/fixed.ts';
import { histories } from './histories.ts';
import { home } from './home.ts';
import { answeringNotes } from './live/answering-notes.ts';
import { profiles } from './profiles.ts';
import { questionLists } from './question-lists.ts';
import { questions } from './questions.ts';
import { reacting } from './reacting.ts';
import { search } from './search.ts';
import { similarQuestions } from './similar.ts';
import { topics } from './topics.ts';
import { voting } from './voting.ts';

/** Everything that members write and visitors read. */
export function forum(deps: Deps): Router {
  const router = Router();
  router.use(home(deps));
  router.use(questionLists(deps), topics(deps));
  router.use(search(deps));
  router.use(profiles(deps));
  router.use(drafts(deps), asking(deps), similarQuestions(deps));
  router.use(answering(deps), answeringNotes(deps));
  router.use(commenting(deps));
  router.use(deciding(deps));
  router.use(voting(deps));
  router.use(reacting(deps), fixed(deps));
  router.use(editing(deps));
  router.use(histories(deps));
  router.use(questions(deps));
  return router;
}
