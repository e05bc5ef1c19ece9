import { Router, type Request } from 'express';
import { z } from 'zod';

import { exportMonth } from '../../../finance/exports/export.ts';
import { isFormat } from '../../../finance/exports/formats.ts';
import { digestOfToday, findExport, listExports } from '../../../finance/exports/read-exports.ts';
import { recordExport } from '../../../finance/exports/record-export.ts';
import { readPeriods } from '../../../finance/closing/periods.ts';
import type { ExportId } from '../../../finance/rows.ts';
import { monthAt, parseMonth, type Month } from '../../../ledger/dates.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, queryText, readForm, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { fileAddress } from './downloads.ts';
import { exportPage, exportsPage } from './exports-page.ts';
import { askedMonth } from '../months.ts';

/** Files of a month, taken on record: what was handed out, by whom, and whether it is still so. */
export function exportsDesk(deps: Deps): Router {
  const { db, perform, render, formats } = deps;
  const router = Router();

  router.get('/finance/exports', async (req, res) => {
    const page = exportsPage(await readDesk(deps, req), formats);
    await render.page(req, res, 'finance/exports', page, AREA);
  });

  router.post('/finance/exports', async (req, res) => {
    const attempt = async () => {
      const { month, format } = readForm(exportForm, req.body);
      const made = await exportMonth(db, { month, format });
      const { state, through_seq } = await perform(actorOf(req), (work) =>
        recordExport(work, made),
      );
      flash(res, 'export-recorded');
      const through = state === 'closed' ? undefined : through_seq;
      res.redirect(303, fileAddress(format, month, through));
    };
    await orRedraw(attempt, async (errors) => {
      const desk = await readDesk(deps, req);
      const page = exportsPage(desk, formats, errors, typedIn(req.body));
      await render.page(req, res, 'finance/exports', page, { ...AREA, status: 422 });
    });
  });

  router.get('/finance/exports/:id', async (req, res) => {
    const taken = await findExport(db, idFrom<ExportId>(req.params.id));
    const page = exportPage(taken, await digestOfToday(db, taken), formats);
    await render.page(req, res, 'finance/export', page, AREA);
  });

  return router;
}

const AREA = { nav: 'finance', here: 'exports', search: false, tabs: false } as const;

const exportForm = z.object({
  month: z
    .string('Choose a month.')
    .transform((text) => parseMonth(text))
    .refine((month): month is Month => month !== undefined, 'Choose a month.'),
  format: z.string('Choose a file.').refine(isFormat, 'Choose a file.'),
});

async function readDesk({ db, now, config }: Deps, req: Request) {
  const text = queryText(req, 'after');
  const after = text === undefined ? undefined : idFrom<ExportId>(text);
  const [listed, periods] = await Promise.all([listExports(db, { after }), readPeriods(db)]);
  const current = monthAt(now(), config.TIME_ZONE);
  const month = askedMonth(req, 'month');
  return { ...listed, periods, current, month, isFirst: after === undefined };
}
