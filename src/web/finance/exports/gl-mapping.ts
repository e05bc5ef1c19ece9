import { Router } from 'express';
import { z } from 'zod';

import { changeGlMapping, firstOpenMonth } from '../../../finance/exports/change-gl-mapping.ts';
import { readMappedLines } from '../../../finance/exports/gl-codes.ts';
import { monthAt } from '../../../ledger/dates.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, line, orRedraw, readForm, typedIn } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { glMappingPage } from './gl-mapping-page.ts';

/** Where each line of accounts goes in the operator’s general ledger, and the change of it. */
export function glMapping({ db, perform, render, formats, now, config }: Deps): Router {
  const router = Router();
  const readLines = async () => {
    const month = await firstOpenMonth(db, monthAt(now(), config.TIME_ZONE));
    return { month, lines: await readMappedLines(db, month) };
  };

  router.get('/finance/gl-mapping', async (req, res) => {
    const page = glMappingPage(await readLines(), formats);
    await render.page(req, res, 'finance/gl-mapping', page, AREA);
  });

  router.post('/finance/gl-mapping', async (req, res) => {
    const attempt = async () => {
      const change = readForm(mappingForm, req.body);
      await perform(actorOf(req), (work) => changeGlMapping(work, change));
      flash(res, 'gl-mapping-changed');
      res.redirect(303, '/finance/gl-mapping');
    };
    await orRedraw(attempt, async (errors) => {
      const page = glMappingPage(await readLines(), formats, errors, typedIn(req.body));
      await render.page(req, res, 'finance/gl-mapping', page, { ...AREA, status: 422 });
    });
  });

  return router;
}

const AREA = { nav: 'finance', here: 'exports', search: false, tabs: false } as const;

const code = (missing: string, min: number) => line({ missing, min, max: 20, what: 'The code' });

const mappingForm = z.object({
  line: z.string('Choose a line.'),
  gl_code: code('Type the account of your general ledger.', 1),
  cost_centre: code('', 0).default(''),
  tax_code: code('', 0).default(''),
  reason: block({
    ...{ missing: 'Say why you change it.', min: 10, max: 1000, what: 'The reason' },
    short: 'Say why in 10 characters or more.',
  }),
});
