import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { audits } from './audits/audits.ts';
import { personalData } from './personal-data/personal-data.ts';
import { queue } from './queue/queue.ts';
import { removals } from './removals/removals.ts';

/** What moderators look after: audits, removals, and what looks personal. */
export function moderation(deps: Deps): Router {
  const router = Router();
  router.use(queue(deps));
  router.use(audits(deps));
  router.use(removals(deps));
  router.use(personalData(deps));
  return router;
}
