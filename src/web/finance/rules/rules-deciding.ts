import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { exportShadow } from '../../../finance/exports/export-shadow.ts';
import { lastDay } from '../../../finance/months.ts';
import { isDate, monthAfter, monthAt, parseMonth } from '../../../ledger/dates.ts';
import {
  approveRules,
  earliestDate,
  proposeRules,
  sendBackRules,
  withdrawRules,
} from '../../../rewards/publish-rules.ts';
import { findRuleSet } from '../../../rewards/read-rule-sets.ts';
import type { RuleSetId } from '../../../rewards/rows.ts';
import { runShadow } from '../../../rewards/run-shadow.ts';
import { findLatestShadow, readReport } from '../../../rewards/shadows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, line, orRedraw, readForm, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { DecisionForm, NOT_APPROVED } from '../decision-form.ts';
import { sendFile, sendManifest } from '../exports/download.ts';
import { rulesDetailPage, type Refused } from './rules-detail-page.ts';
import { rulesPath } from './rules-page.ts';

/** One rule set: what it says, what it would have paid, and who publishes it. */
export function rulesDeciding(deps: Deps): Router {
  const router = Router();
  router.use(shadows(deps));
  router.use(decisions(deps));
  return router;
}

function shadows(deps: Deps): Router {
  const { db, perform, config } = deps;
  const router = Router();
  const file = async (id: string) =>
    exportShadow(
      db,
      found(await findLatestShadow(db, idFrom<RuleSetId>(id)), 'report'),
      config.CURRENCY,
    );

  router.get('/finance/rules/:id/shadow.csv', async (req, res) => {
    await sendFile(req, res, await file(req.params.id));
  });

  router.get('/finance/rules/:id/shadow.csv.manifest.json', async (req, res) => {
    sendManifest(res, await file(req.params.id));
  });

  router.post('/finance/rules/:id/shadow', async (req, res) => {
    const id = idFrom<RuleSetId>(req.params.id);
    const attempt = async () => {
      const { from, to } = readForm(span, req.body);
      const days = { first: from.first, last: to.last };
      await perform(actorOf(req), (work) => runShadow(work, id, days));
      flash(res, 'rules-tried');
      res.redirect(303, `${rulesPath({ id })}#report`);
    };
    await orRedraw(attempt, (errors) =>
      draw(deps, req, res, { form: 'shadow', errors, typed: typedIn(req.body) }),
    );
  });

  return router;
}

function decisions(deps: Deps): Router {
  const { perform } = deps;
  const router = Router();

  router.get('/finance/rules/:id', async (req, res) => {
    await draw(deps, req, res);
  });

  router.post('/finance/rules/:id/proposal', async (req, res) => {
    const id = idFrom<RuleSetId>(req.params.id);
    const attempt = async () => {
      const { effective_from: effectiveFrom, ...words } = readForm(proposal, req.body);
      await perform(actorOf(req), (work) => proposeRules(work, id, { effectiveFrom, ...words }));
      flash(res, 'rules-proposed');
      res.redirect(303, rulesPath({ id }));
    };
    await orRedraw(attempt, (errors) =>
      draw(deps, req, res, { form: 'proposal', errors, typed: typedIn(req.body) }),
    );
  });

  router.post('/finance/rules/:id/approval', async (req, res) => {
    const id = idFrom<RuleSetId>(req.params.id);
    const { decision, note } = readForm(DecisionForm, req.body);
    await perform(actorOf(req), (work) => {
      if (decision === 'approve') return approveRules(work, id);
      return decision === 'withdraw' ? withdrawRules(work, id) : sendBackRules(work, id, note);
    });
    flash(res, SAID[decision]);
    res.redirect(303, rulesPath({ id }));
  });

  return router;
}

const AREA = { nav: 'finance', here: 'rules', search: false, tabs: false } as const;

async function draw(deps: Deps, req: Request, res: Response, refused?: Refused): Promise<void> {
  const { db, now, config, render, formats } = deps;
  const rules = found(await findRuleSet(db, idFrom<RuleSetId>(req.params['id'])), 'rule set');
  const latest = await findLatestShadow(db, rules.id);
  const read = {
    ...{ rules, viewer: actorOf(req), now: now() },
    shadow: latest && (await readReport(db, latest)),
    earliest: earliestDate(now(), config.TIME_ZONE),
    lastMonth: monthAfter(monthAt(now(), config.TIME_ZONE), -1),
  };
  const page = rulesDetailPage(read, formats, refused);
  await render.page(req, res, 'finance/rules-detail', page, {
    ...{ ...AREA, status: refused ? 422 : 200 },
  });
}

const WHEN = 'Write a month such as 2026-10, or a day such as 2026-10-15.';

/** The days of a month, or one day. */
const days = line({ missing: WHEN, max: 10 }).transform((text, context) => {
  const month = parseMonth(text);
  if (month !== undefined) return { first: `${month}-01`, last: lastDay(month) };
  if (isDate(text)) return { first: text, last: text };
  context.addIssue({ code: 'custom', message: WHEN });
  return z.NEVER;
});

const span = z.object({ from: days, to: days });

const DATE = 'Write the date on which it takes effect, such as 2027-01-01.';

const proposal = z.object({
  effective_from: line({ missing: DATE, max: 10 }).refine(isDate, DATE),
  reason: block({ missing: 'Say why, in 10 to 1,000 characters.', max: 1000 }),
  evidence: block({
    missing: 'Say what it rests on: a ticket, a document, a link.',
    max: 1000,
  }),
});

const SAID = { ...NOT_APPROVED, approve: 'rules-published' } as const;
