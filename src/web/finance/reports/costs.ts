import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { readContactCosts, setContactCost } from '../../../finance/reports/contact-cost.ts';
import { readCosts } from '../../../finance/reports/cost-per-question.ts';
import { exportCosts } from '../../../finance/exports/export-costs.ts';
import { readPeriods } from '../../../finance/closing/periods.ts';
import { monthAt, type Month } from '../../../ledger/dates.ts';
import { parseDecimal } from '../../../ledger/money.ts';
import { Invalid } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, line, orRedraw, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { costsPage } from './costs-page.ts';
import { sendFile, sendManifest } from '../exports/download.ts';
import { monthChoice } from '../books/month-choice.ts';
import { askedMonth, monthFrom } from '../months.ts';
import { reportsNav } from './reports.ts';

/** What resolving a question costs, and the operator's own figure to compare it with. */
export function costs(deps: Deps): Router {
  const { db, perform, config } = deps;
  const router = Router();
  const place = { timeZone: config.TIME_ZONE, currency: config.CURRENCY };
  const file = (month: string) => exportCosts(db, { month: monthFrom(month), ...place });

  router.get('/finance/costs', (req, res) => draw(deps, req, res));

  router.post('/finance/costs', async (req, res) => {
    const attempt = async () => {
      const { amount, reason } = readForm(costForm, req.body);
      const minor = parseDecimal(amount);
      if (minor === undefined) throw new Invalid({ amount: 'Enter an amount such as 4.20.' });
      await perform(actorOf(req), (work) => setContactCost(work, { amount: minor, reason }));
      flash(res, 'contact-cost-set');
      res.redirect(303, '/finance/costs');
    };
    await orRedraw(attempt, (errors) => draw(deps, req, res, errors));
  });

  router.get('/finance/costs/:ym.csv', async (req, res) => {
    await sendFile(req, res, await file(req.params.ym));
  });

  router.get('/finance/costs/:ym.csv.manifest.json', async (req, res) => {
    sendManifest(res, await file(req.params.ym));
  });

  return router;
}

const AREA = { nav: 'finance', here: 'reports', search: false, tabs: false } as const;

const costForm = z.object({
  amount: line({ missing: 'Enter an amount such as 4.20.', max: 20 }),
  reason: block({
    ...{ missing: 'Say why, and where the figure is from.', min: 10, max: 1000 },
    ...{ what: 'The reason', short: 'Say why in 10 characters or more.' },
  }),
});

async function draw(
  { db, render, formats, now, config }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const current = monthAt(now(), config.TIME_ZONE);
  const last: Month = askedMonth(req, 'period') ?? current;
  const [months, contact, periods] = await Promise.all([
    readCosts(db, { last, count: 12, timeZone: config.TIME_ZONE }),
    readContactCosts(db),
    readPeriods(db),
  ]);
  const choice = monthChoice({ month: last, current, periods }, formats);
  const reports = reportsNav('costs', last.slice(0, 4));
  const redraw = errors ? { errors, typed: typedIn(req.body) } : {};
  const page = costsPage({ months, contact, choice, reports }, redraw, formats);
  await render.page(req, res, 'finance/costs', page, { ...AREA, status: errors ? 422 : 200 });
}
