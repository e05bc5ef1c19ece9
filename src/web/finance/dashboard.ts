import { Router } from 'express';

import { readChecklist } from '../../finance/close-checklist.ts';
import { readDashboard } from '../../finance/dashboard.ts';
import { readPeriods, type Period } from '../../finance/periods.ts';
import { readRewardsByMonth } from '../../finance/rewards-by-month.ts';
import { findTransfers } from '../../finance/transfers.ts';
import { isOver, monthAt, type Month } from '../../ledger/dates.ts';
import { readMonthBudget } from '../../rewards/read-budget.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../visitor.ts';
import { dashboardPage } from './dashboard-page.ts';
import { askedMonth } from './months.ts';

export function dashboard({ db, render, formats, now, config }: Deps): Router {
  const router = Router();

  router.get('/finance', async (req, res) => {
    const place = { now: now(), timeZone: config.TIME_ZONE };
    const current = monthAt(place.now, place.timeZone);
    const month = askedMonth(req, 'period') ?? current;
    const periods = await readPeriods(db);
    const [figures, rewards, checklist, latest, budget] = await Promise.all([
      readDashboard(db, month),
      readRewardsByMonth(db, { last: month, count: 12 }),
      readChecklist(db, monthToClose(periods, month, place), place),
      findTransfers(db, { month }, { limit: 6 }),
      readMonthBudget(db, current, place.timeZone),
    ]);
    const read = {
      month,
      current,
      periods,
      figures,
      rewards,
      checklist,
      latest,
      budget,
      viewer: actorOf(req),
      now: place.now,
    };
    await render.page(req, res, 'finance/dashboard', dashboardPage(read, formats), AREA);
  });

  return router;
}

const AREA = { nav: 'finance', here: 'finance', search: false, tabs: false } as const;

/** The earliest month that is over and not closed; where there is none, the one that is looked at. */
function monthToClose(
  periods: Period[],
  month: Month,
  { now, timeZone }: { now: Date; timeZone: string },
): Month {
  const waiting = periods.findLast(
    ({ id, state }) => state !== 'closed' && isOver(id, now, timeZone),
  );
  return waiting?.id ?? month;
}
