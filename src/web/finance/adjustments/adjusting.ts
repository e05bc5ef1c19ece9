import { Router, type Request, type Response } from 'express';

import { readEffect } from '../../../finance/adjustments/adjustment-effect.ts';
import { checkRoute, readOperatorAccounts } from '../../../finance/adjustments/movable-accounts.ts';
import {
  proposeAdjustment,
  type AskedAdjustment,
} from '../../../finance/adjustments/propose-adjustment.ts';
import { memberIn } from '../../../ledger/accounts.ts';
import { readMember } from '../../../members/find-members.ts';
import type { MemberId } from '../../../members/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, typedIn, type FieldErrors } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { adjustForm, readAsked } from './adjustment-form.ts';
import { moveTable, type MoveTable } from './adjustment-page.ts';
import { adjustmentPath } from './adjustment-words.ts';

/** Asking for money to be moved by hand, with its debit and credit to see first. */
export function adjusting(deps: Deps): Router {
  const { db, perform } = deps;
  const router = Router();

  router.get('/finance/adjustments/new', async (req, res) => {
    await drawForm(deps, req, res, {});
  });

  router.post('/finance/adjustments/new/preview', async (req, res) => {
    const attempt = async () => {
      const asked = await readAsked(db, req.body);
      await checkRoute(db, asked);
      await drawForm(deps, req, res, { preview: await previewOf(deps, asked) });
    };
    await orRedraw(attempt, (errors) => drawForm(deps, req, res, { errors }));
  });

  router.post('/finance/adjustments', async (req, res) => {
    const attempt = async () => {
      const asked = await readAsked(db, req.body);
      const adjustment = await perform(actorOf(req), (work) => proposeAdjustment(work, asked));
      flash(res, 'adjustment-proposed');
      res.redirect(303, adjustmentPath(adjustment));
    };
    await orRedraw(attempt, (errors) => drawForm(deps, req, res, { errors }));
  });

  return router;
}

const AREA = { nav: 'finance', here: 'adjustments', search: false, tabs: false } as const;

/** What was typed, as debit and credit, before it is asked for. */
async function previewOf({ db, config }: Deps, asked: AskedAdjustment): Promise<MoveTable> {
  const { from, to, amount, memberId } = asked;
  const nameOf = async (id: number | undefined) =>
    id === undefined ? null : ((await readMember(db, id as MemberId))?.name ?? null);
  const [from_member, to_member, debtor] = await Promise.all(
    [memberIn(from)?.memberId, memberIn(to)?.memberId, memberId].map(nameOf),
  );
  const names = {
    from_member: from_member ?? null,
    to_member: to_member ?? null,
    debtor: debtor ?? null,
  };
  const move = { debit: from, credit: to, amount_minor: amount, currency: config.CURRENCY };
  return moveTable({ ...move, ...names }, await readEffect(db, { from, to, amount, memberId }));
}

async function drawForm(
  { db, render }: Deps,
  req: Request,
  res: Response,
  { errors, preview }: { errors?: FieldErrors; preview?: MoveTable },
): Promise<void> {
  const form = adjustForm(await readOperatorAccounts(db), errors, typedIn(req.body));
  const page = { title: 'New adjustment', form, preview };
  await render.page(req, res, 'finance/adjust', page, { ...AREA, status: errors ? 422 : 200 });
}
