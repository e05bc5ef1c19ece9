import { Router } from 'express';

import { readCloseGlance } from '../../../finance/closing/close-glance.ts';
import { readDashboard } from '../../../finance/books/dashboard.ts';
import { lastDay } from '../../../finance/months.ts';
import { readOwedByDay } from '../../../finance/books/owed-by-day.ts';
import { readPeriods } from '../../../finance/closing/periods.ts';
import { readRewardsByMonth } from '../../../finance/books/rewards-by-month.ts';
import { findTransfers } from '../../../finance/books/transfers.ts';
import { dateAt, monthAt } from '../../../ledger/dates.ts';
import { readMonthBudget } from '../../../rewards/read-budget.ts';
import type { Deps } from '../../deps.ts';
import { dashboardPage } from './dashboard-page.ts';
import { askedMonth } from '../months.ts';

export function dashboard({ db, render, formats, now, config }: Deps): Router {
  const router = Router();

  router.get('/finance', async (req, res) => {
    const { TIME_ZONE: timeZone } = config;
    const at = now();
    const current = monthAt(at, timeZone);
    const month = askedMonth(req, 'period') ?? current;
    const periods = await readPeriods(db);
    const [figures, rewards, closing, latest, budget, currentBudget] = await Promise.all([
      readDashboard(db, month),
      readRewardsByMonth(db, { last: month, count: 12 }),
      readCloseGlance(db, month, { now: at, timeZone, periods }),
      findTransfers(db, { month }, { limit: 6 }),
      readMonthBudget(db, month, timeZone),
      readMonthBudget(db, current, timeZone),
    ]);
    const last = month < current ? lastDay(month) : dateAt(at, timeZone);
    const owed = await readOwedByDay(db, { last, count: 30, owed: figures.owed.amount });
    const read = { month, current, periods, figures, rewards, closing, latest, owed };
    const page = dashboardPage({ ...read, budget, currentBudget }, formats);
    await render.page(req, res, 'finance/dashboard', page, AREA);
  });

  return router;
}

const AREA = { nav: 'finance', here: 'finance', search: false, tabs: false } as const;
