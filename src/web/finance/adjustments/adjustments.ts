import { Router } from 'express';

import { decline, withdraw } from '../../../approvals/decide.ts';
import { stateOf } from '../../../approvals/proposals.ts';
import { readEffect } from '../../../finance/adjustments/adjustment-effect.ts';
import {
  findAdjustment,
  findAdjustments,
  type Adjustment,
} from '../../../finance/adjustments/adjustments.ts';
import { approveAdjustment } from '../../../finance/adjustments/approve-adjustment.ts';
import type { AdjustmentId } from '../../../finance/rows.ts';
import { found } from '../../../refusals.ts';
import type { Work } from '../../../work.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { queryText, readForm } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { DecisionForm, type Decision, NOT_APPROVED } from '../decision-form.ts';
import { adjustmentPage } from './adjustment-page.ts';
import { adjustmentPath } from './adjustment-words.ts';
import { adjustmentsPage, isStanding } from './adjustments-page.ts';

/** What was asked for, and the decision of another. */
export function adjustments(deps: Deps): Router {
  const { db, perform, now, render, formats } = deps;
  const router = Router();

  router.get('/finance/adjustments', async (req, res) => {
    const show = queryText(req, 'show') ?? '';
    const standing = isStanding(show) ? show : 'open';
    const text = queryText(req, 'after');
    const after = text === undefined ? undefined : idFrom<AdjustmentId>(text);
    const listed = await findAdjustments(db, { standing, at: now(), after });
    const who = { viewer: actorOf(req), now: now(), standing, isFirst: after === undefined };
    await render.page(
      req,
      res,
      'finance/adjustments',
      adjustmentsPage({ ...listed, ...who }, formats),
      AREA,
    );
  });

  router.get('/finance/adjustments/:id', async (req, res) => {
    const adjustment = await adjustmentOf(deps, req.params.id);
    const isOpen = stateOf(adjustment, now()) === 'open';
    const effects = isOpen ? await readEffect(db, asMove(adjustment)) : undefined;
    const page = adjustmentPage({ adjustment, effects, now: now(), viewer: actorOf(req) }, formats);
    await render.page(req, res, 'finance/adjustment', page, AREA);
  });

  router.post('/finance/adjustments/:id/approval', async (req, res) => {
    const adjustment = await adjustmentOf(deps, req.params.id);
    const decision = readForm(DecisionForm, req.body);
    await perform(actorOf(req), (work) => decide(work, adjustment, decision));
    flash(res, SAID[decision.decision]);
    res.redirect(303, adjustmentPath(adjustment));
  });

  return router;
}

const AREA = { nav: 'finance', here: 'adjustments', search: false, tabs: false } as const;

const SAID = { ...NOT_APPROVED, approve: 'adjustment-posted' } as const;

async function decide(
  work: Work,
  { id, proposal_id }: Adjustment,
  { decision, note }: Decision,
): Promise<void> {
  if (decision === 'approve') await approveAdjustment(work, id);
  else if (decision === 'send-back') await decline(work, proposal_id, note);
  else await withdraw(work, proposal_id);
}

const adjustmentOf = async ({ db }: Deps, id: string | undefined) =>
  found(await findAdjustment(db, idFrom<AdjustmentId>(id)), 'adjustment');

const asMove = ({ debit, credit, amount_minor, member_id }: Adjustment) => ({
  ...{ from: debit, to: credit, amount: amount_minor, memberId: member_id },
});
