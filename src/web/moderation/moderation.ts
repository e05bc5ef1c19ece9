import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { appeals } from './appeals/appeals.ts';
import { myAppeals } from './appeals/my-appeals.ts';
import { agreement } from './agreement/agreement.ts';
import { draws } from './draws/draws.ts';
import { facts } from './facts/facts.ts';
import { audits } from './audits/audits.ts';
import { governance } from './governance/governance.ts';
import { fraud } from './fraud/fraud.ts';
import { personalData } from './personal-data/personal-data.ts';
import { bulk } from './bulk/bulk.ts';
import { keyboard } from './queue/keyboard.ts';
import { queue } from './queue/queue.ts';
import { objection } from './silent/objection.ts';
import { silent } from './silent/silent.ts';
import { silentTerms } from './silent/silent-terms.ts';
import { memberFile } from './member-file/member-file.ts';
import { log } from './record/log.ts';
import { postingRules } from './spam/posting-rules.ts';
import { suspicions } from './spam/suspicions.ts';
import { wordLists } from './spam/word-lists.ts';
import { removals } from './removals/removals.ts';
import { invitations } from './stewards/invitations.ts';
import { managing } from './stewards/managing.ts';
import { reviews } from './stewards/reviews.ts';
import { stewards } from './stewards/stewards.ts';
import { outdatedTerms } from './outdated/outdated-terms.ts';
import { standings } from './outdated/outdated.ts';
import { reporting } from './reports/reporting.ts';
import { reports } from './reports/reports.ts';
import { searches } from './search/searches.ts';
import { synonyms } from './search/synonyms.ts';
import { sanctions } from './sanctions/sanctions.ts';
import { sanctionTexts } from './sanctions/sanction-texts.ts';
import { duplicates } from './threads/duplicates.ts';
import { keeping } from './threads/keeping.ts';
import { merging } from './threads/merging.ts';
import { splitting } from './threads/splitting.ts';
import { suggesting } from './threads/suggesting.ts';
import { unanswered } from './unanswered/unanswered.ts';
import { standing } from './sanctions/standing.ts';

/** What moderators look after: audits, removals, and what looks personal. */
export function moderation(deps: Deps): Router {
  const router = Router();
  for (const area of AREAS) router.use(area(deps));
  router.use(suspicions(deps, 'first-post', '/staff/first-posts'));
  router.use(suspicions(deps, 'spam', '/staff/spam'));
  return router;
}

const AREAS = [
  ...[agreement, draws, facts, queue, keyboard, bulk, audits, memberFile, removals, merging],
  ...[splitting, keeping, duplicates, suggesting, personalData, log, reviews, governance],
  ...[managing, invitations, stewards, silent, silentTerms, outdatedTerms, objection],
  ...[unanswered, fraud, standings, reporting, reports, standing, sanctions, sanctionTexts],
  ...[myAppeals, appeals, searches, synonyms, wordLists, postingRules],
];
