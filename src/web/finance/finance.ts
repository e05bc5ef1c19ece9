import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { staffOnly } from '../visitor.ts';
import { adjusting } from './adjustments/adjusting.ts';
import { adjustments } from './adjustments/adjustments.ts';
import { approvals } from './adjustments/approvals.ts';
import { asOf } from './reports/as-of.ts';
import { audits } from './books/audits.ts';
import { closing } from './closing/closing.ts';
import { costs } from './reports/costs.ts';
import { fraudReport } from './reports/fraud.ts';
import { dashboard } from './books/dashboard.ts';
import { downloads } from './exports/downloads.ts';
import { exportsDesk } from './exports/exports.ts';
import { glMapping } from './exports/gl-mapping.ts';
import { ledger } from './books/ledger.ts';
import { rules } from './rules/rules.ts';
import { rulesBudget } from './rules/rules-budget.ts';
import { rulesDeciding } from './rules/rules-deciding.ts';
import { annualTotals } from './reports/totals.ts';

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
  router.use(fraudReport(deps));
  router.use(rulesBudget(deps));
  router.use(rules(deps));
  router.use(rulesDeciding(deps));
  router.use(closing(deps));
  router.use(exportsDesk(deps));
  router.use(glMapping(deps));
  return router;
}
