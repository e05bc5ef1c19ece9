import { Router } from 'express';
import { z } from 'zod';

import { readChecklist } from '../../../finance/closing/close-checklist.ts';
import { askToClose } from '../../../finance/closing/ask-to-close.ts';
import { closePeriod, sendBack, takeBack } from '../../../finance/closing/close-period.ts';
import { readPeriods } from '../../../finance/closing/periods.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { optionalBlock, readForm } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { DecisionForm } from '../decision-form.ts';
import { closePage } from './close-page.ts';
import { monthFrom } from '../months.ts';
import { periodsPage } from './periods-page.ts';

/** The months and the closing of them, by one finance person who asks and another who approves. */
export function closing(deps: Deps): Router {
  const { db, perform, now, config, render, formats } = deps;
  const router = Router();

  router.get('/finance/close', async (req, res) => {
    const page = periodsPage(await readPeriods(db), formats);
    await render.page(req, res, 'finance/periods', page, AREA);
  });

  router.get('/finance/close/:ym', async (req, res) => {
    const place = { now: now(), timeZone: config.TIME_ZONE };
    const checklist = await readChecklist(db, monthFrom(req.params.ym), place);
    const page = closePage({ checklist, viewer: actorOf(req), now: place.now }, formats);
    await render.page(req, res, 'finance/close', page, AREA);
  });

  router.post('/finance/periods/:ym/close', async (req, res) => {
    const month = monthFrom(req.params.ym);
    const { note } = readForm(asking, req.body);
    await perform(actorOf(req), (work) => askToClose(work, month, note));
    flash(res, 'close-requested');
    res.redirect(303, `/finance/close/${month}`);
  });

  router.post('/finance/periods/:ym/approval', async (req, res) => {
    const month = monthFrom(req.params.ym);
    const { decision, note } = readForm(approval, req.body);
    if (decision === 'approve') await closePeriod(deps, actorOf(req), month);
    else if (decision === 'withdraw') await perform(actorOf(req), (work) => takeBack(work, month));
    else await perform(actorOf(req), (work) => sendBack(work, month, note));
    flash(res, decision === 'approve' ? 'closed' : 'close-declined');
    res.redirect(303, `/finance/close/${month}`);
  });

  return router;
}

const AREA = { nav: 'finance', here: 'close', search: false, tabs: false } as const;

const note = optionalBlock(900, 'Your note');

const asking = z.object({ note });

const approval = DecisionForm.extend({ note });
