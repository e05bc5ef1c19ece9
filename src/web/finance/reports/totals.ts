import { Router } from 'express';

import {
  readAnnualTotals,
  sumAnnualTotals,
  type Year,
} from '../../../finance/reports/annual-totals.ts';
import { exportAnnualTotals } from '../../../finance/exports/export-annual-totals.ts';
import { dateAt } from '../../../ledger/dates.ts';
import type { MemberId } from '../../../members/rows.ts';
import { NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { sendFile, sendManifest } from '../exports/download.ts';
import { reportsNav } from './reports.ts';
import { totalsPage } from './totals-page.ts';

/** What became of each member's balance in a year, as a page and as a file. */
export function annualTotals({ db, render, formats, now, config }: Deps): Router {
  const router = Router();
  const file = (year: string) =>
    exportAnnualTotals(db, { year: yearFrom(year), currency: config.CURRENCY });
  const currentYear = () => dateAt(now(), config.TIME_ZONE).slice(0, 4) as Year;

  router.get('/finance/totals', (req, res) => {
    res.redirect(303, `/finance/totals/${yearFrom(queryText(req, 'year') ?? currentYear())}`);
  });

  router.get('/finance/totals/:year.csv', async (req, res) => {
    await sendFile(req, res, await file(req.params.year));
  });

  router.get('/finance/totals/:year.csv.manifest.json', async (req, res) => {
    sendManifest(res, await file(req.params.year));
  });

  router.get('/finance/totals/:year', async (req, res) => {
    const year = yearFrom(req.params.year);
    const asked = queryText(req, 'after');
    const after = asked === undefined ? undefined : idFrom<MemberId>(asked);
    const [page, sums] = await Promise.all([
      readAnnualTotals(db, year, { after }),
      sumAnnualTotals(db, year),
    ]);
    const around = { current: currentYear(), reports: reportsNav('totals', year) };
    const read = { ...page, ...around, year, sums, isFirst: after === undefined };
    await render.page(req, res, 'finance/totals', totalsPage(read, formats), AREA);
  });

  return router;
}

const AREA = { nav: 'finance', here: 'reports', search: false, tabs: false } as const;

/** A year from an address. What is no year, or none of this age, is not found. */
function yearFrom(text: string): Year {
  if (!/^2[01]\d\d$/.test(text)) throw new NotFound('We can’t find that year.');
  return text as Year;
}
