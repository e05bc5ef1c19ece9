import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { monthAt, type Month } from '../../../ledger/dates.ts';
import { parseDecimal } from '../../../ledger/money.ts';
import {
  approveRaise,
  proposeRaise,
  sendBackRaise,
  withdrawRaise,
} from '../../../rewards/raise-budget.ts';
import { readMonthBudget, readRaises } from '../../../rewards/read-budget.ts';
import type { BudgetRaiseId } from '../../../rewards/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, orRedraw, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { DecisionForm, NOT_APPROVED } from '../decision-form.ts';
import { askedMonth, monthFrom } from '../months.ts';
import { budgetPath, rulesBudgetPage } from './rules-budget-page.ts';

/** The budget of a month, and more of it by two people. */
export function rulesBudget(deps: Deps): Router {
  const { db, perform, now, config } = deps;
  const router = Router();

  router.get('/finance/rules/budget', async (req, res) => {
    const month = askedMonth(req, 'month') ?? monthAt(now(), config.TIME_ZONE);
    await draw(deps, req, res, month);
  });

  router.post('/finance/rules/budget', async (req, res) => {
    const { month: text } = readForm(place, req.body);
    const month = monthFrom(text);
    const attempt = async () => {
      const asked = readForm(request, req.body);
      await perform(actorOf(req), (work) => proposeRaise(work, { ...asked, month }));
      flash(res, 'budget-asked');
      res.redirect(303, budgetPath(month));
    };
    await orRedraw(attempt, (errors) => draw(deps, req, res, month, errors));
  });

  router.post('/finance/rules/budget/:id/approval', async (req, res) => {
    const id = idFrom<BudgetRaiseId>(req.params.id);
    const { month } = found(await db('budget_raises').where({ id }).first(), 'request');
    const { decision, note } = readForm(DecisionForm, req.body);
    await perform(actorOf(req), (work) => {
      if (decision === 'approve') return approveRaise(work, id);
      return decision === 'withdraw' ? withdrawRaise(work, id) : sendBackRaise(work, id, note);
    });
    flash(res, SAID[decision]);
    res.redirect(303, budgetPath(month));
  });

  return router;
}

const AREA = { nav: 'finance', here: 'rules', search: false, tabs: false } as const;

async function draw(
  { db, now, config, render, formats }: Deps,
  req: Request,
  res: Response,
  month: Month,
  errors?: FieldErrors,
): Promise<void> {
  const [read, raises] = await Promise.all([
    readMonthBudget(db, month, config.TIME_ZONE),
    readRaises(db, month),
  ]);
  const all = { month, read, raises, viewer: actorOf(req), now: now() };
  const page = rulesBudgetPage(all, formats, errors, typedIn(req.body));
  await render.page(req, res, 'finance/rules-budget', page, {
    ...{ ...AREA, status: errors ? 422 : 200 },
  });
}

const AMOUNT = 'Write an amount to the penny, such as 250.00, or nothing.';

const place = z.object({ month: z.string('Say which month.') });

const request = z.object({
  amount: z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null;
      const minor = parseDecimal(text);
      if (minor !== undefined) return minor;
      context.addIssue({ code: 'custom', message: AMOUNT });
      return z.NEVER;
    }),
  reason: block({ missing: 'Say why, in 10 to 1,000 characters.', max: 1000 }),
  evidence: block({ missing: 'Say what it rests on: a ticket, a document, a link.', max: 1000 }),
});

const SAID = { ...NOT_APPROVED, approve: 'budget-raised' } as const;
