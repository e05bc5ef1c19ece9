import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { appeals } from './appeals/appeals.ts';
import { myAppeals } from './appeals/my-appeals.ts';
import { audits } from './audits/audits.ts';
import { governance } from './governance/governance.ts';
import { fraud } from './fraud/fraud.ts';
import { personalData } from './personal-data/personal-data.ts';
import { bulk } from './bulk/bulk.ts';
import { canned } from './queue/canned.ts';
import { keyboard } from './queue/keyboard.ts';
import { queue } from './queue/queue.ts';
import { objection } from './silent/objection.ts';
import { silent } from './silent/silent.ts';
import { memberFile } from './member-file/member-file.ts';
import { log } from './record/log.ts';
import { removals } from './removals/removals.ts';
import { invitations } from './stewards/invitations.ts';
import { managing } from './stewards/managing.ts';
import { reviews } from './stewards/reviews.ts';
import { stewards } from './stewards/stewards.ts';
import { reporting } from './reports/reporting.ts';
import { reports } from './reports/reports.ts';
import { sanctions } from './sanctions/sanctions.ts';
import { sanctionTexts } from './sanctions/sanction-texts.ts';
import { standing } from './sanctions/standing.ts';

/** What moderators look after: audits, removals, and what looks personal. */
export function moderation(deps: Deps): Router {
  const router = Router();
  router.use(queue(deps));
  router.use(keyboard(deps));
  router.use(canned(deps));
  router.use(bulk(deps));
  router.use(audits(deps));
  router.use(memberFile(deps));
  router.use(removals(deps));
  router.use(personalData(deps));
  router.use(log(deps));
  router.use(reviews(deps));
  router.use(governance(deps));
  router.use(managing(deps));
  router.use(invitations(deps));
  router.use(stewards(deps));
  router.use(silent(deps));
  router.use(objection(deps));
  router.use(fraud(deps));
  router.use(reporting(deps));
  router.use(reports(deps));
  router.use(standing(deps));
  router.use(sanctions(deps));
  router.use(sanctionTexts(deps));
  router.use(myAppeals(deps));
  router.use(appeals(deps));
  return router;
}
