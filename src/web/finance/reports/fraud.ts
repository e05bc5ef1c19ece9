import { Router } from 'express';

import { readPeriods } from '../../../finance/closing/periods.ts';
import { exportFraud } from '../../../finance/exports/export-fraud.ts';
import { readFraudFigures } from '../../../finance/reports/fraud-figures.ts';
import { monthAt, type Month } from '../../../ledger/dates.ts';
import type { Deps } from '../../deps.ts';
import { monthChoice } from '../books/month-choice.ts';
import { sendFile, sendManifest } from '../exports/download.ts';
import { askedMonth, monthFrom } from '../months.ts';
import { fraudReportPage } from './fraud-page.ts';
import { reportsNav } from './reports.ts';

/** What fraud was prevented, recovered and written off, as a page and as a file. */
export function fraudReport({ db, render, formats, now, config }: Deps): Router {
  const router = Router();
  const file = (month: string) =>
    exportFraud(db, { month: monthFrom(month), currency: config.CURRENCY });

  router.get('/finance/fraud', async (req, res) => {
    const current = monthAt(now(), config.TIME_ZONE);
    const last: Month = askedMonth(req, 'period') ?? current;
    const [months, periods] = await Promise.all([
      readFraudFigures(db, { last, count: 12 }),
      readPeriods(db),
    ]);
    const choice = monthChoice({ month: last, current, periods }, formats);
    const reports = reportsNav('fraud', last.slice(0, 4));
    const page = fraudReportPage({ months, choice, reports }, formats);
    await render.page(req, res, 'finance/fraud', page, AREA);
  });

  router.get('/finance/fraud/:ym.csv', async (req, res) => {
    await sendFile(req, res, await file(req.params.ym));
  });

  router.get('/finance/fraud/:ym.csv.manifest.json', async (req, res) => {
    sendManifest(res, await file(req.params.ym));
  });

  return router;
}

const AREA = { nav: 'finance', here: 'reports', search: false, tabs: false } as const;
