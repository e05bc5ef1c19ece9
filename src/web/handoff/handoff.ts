import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { cases } from './cases.ts';
import { conversations } from './conversations.ts';
import { promiseTerms } from './promise-terms.ts';

/** Private cases: the member's side and the team's. */
export function handoff(deps: Deps): Router {
  const router = Router();
  router.use(conversations(deps));
  router.use(cases(deps));
  router.use(promiseTerms(deps));
  return router;
}
