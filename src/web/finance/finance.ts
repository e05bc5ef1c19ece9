import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { staffOnly } from '../visitor.ts';
import { adjusting } from './adjusting.ts';
import { adjustments } from './adjustments.ts';
import { approvals } from './approvals.ts';
import { asOf } from './as-of.ts';
import { audits } from './audits.ts';
import { closing } from './closing.ts';
import { costs } from './costs.ts';
import { dashboard } from './dashboard.ts';
import { downloads } from './downloads.ts';
import { exportsDesk } from './exports.ts';
import { glMapping } from './gl-mapping.ts';
import { ledger } from './ledger.ts';
import { rules } from './rules.ts';
import { rulesBudget } from './rules-budget.ts';
import { rulesDeciding } from './rules-deciding.ts';
import { annualTotals } from './totals.ts';

/** Everything under /finance, which to anybody but finance does not exist. */
export function finance(deps: Deps): Router {
  const router = Router();
  router.use('/finance', staffOnly('finance'));
  router.use(dashboard(deps));
  router.use(ledger(deps));
  router.use(audits(deps));
  router.use(downloads(deps));
  router.use(approvals(deps));
  router.use(adjusting(deps));
  router.use(adjustments(deps));
  router.use(asOf(deps));
  router.use(annualTotals(deps));
  router.use(costs(deps));
  router.use(rulesBudget(deps));
  router.use(rules(deps));
  router.use(rulesDeciding(deps));
  router.use(closing(deps));
  router.use(exportsDesk(deps));
  router.use(glMapping(deps));
  return router;
}
