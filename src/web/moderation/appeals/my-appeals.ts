import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { findDecision } from '../../../moderation/appeals/decisions.ts';
import { openAppeal } from '../../../moderation/appeals/open-appeal.ts';
import { readAppealable, readMyAppeals } from '../../../moderation/appeals/read-appeals.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { draftFor } from '../../drafts.ts';
import { flash } from '../../flash.ts';
import { block, type FieldErrors, orRedraw, queryText, readForm, typedIn } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { myAppealsPage, newAppealPage } from './my-appeals-page.ts';

/** A member's own appeals, and making one; while suspended, too. */
export function myAppeals(deps: Deps): Router {
  const { db, now, operator, formats, perform, render } = deps;
  const { timeZone } = operator;
  const router = Router();

  router.get('/appeals', async (req, res) => {
    const { id } = actorOf(req);
    const after = queryText(req, 'after');
    const [appeals, appealable] = await Promise.all([
      readMyAppeals(db, id, { after }),
      readAppealable(db, id, { at: now(), timeZone }),
    ]);
    const page = myAppealsPage(appeals, appealable, after, { timeZone, formats });
    await render.page(req, res, 'moderation/appeals/mine', page, OPTIONS);
  });

  router.get('/appeals/new', async (req, res) => {
    actorOf(req);
    const of = queryText(req, 'of');
    if (of === undefined) res.redirect(303, '/appeals');
    else await draw(deps, req, res, of);
  });

  router.post('/appeals', async (req, res) => {
    const actor = actorOf(req);
    const send = async () => {
      const { of, reason } = readForm(AppealForm, req.body);
      await perform(actor, (work) => openAppeal(work, of, reason));
      flash(res, 'appealed');
      res.redirect(303, '/appeals');
    };
    await orRedraw(send, (errors) => draw(deps, req, res, typedIn(req.body).of ?? '', errors));
  });

  return router;
}

const OPTIONS = { here: 'you', noindex: true } as const;

async function draw(
  { db, render }: Deps,
  req: Request,
  res: Response,
  subject: string,
  errors?: FieldErrors,
): Promise<void> {
  const { id } = actorOf(req);
  const decision = found(await findDecision(db, subject), 'decision');
  found(
    decision.appellants.find((one) => one === id),
    'decision',
  );
  const typed = errors ? typedIn(req.body) : (draftFor(req, '/appeals') ?? {});
  const page = newAppealPage(decision, { errors, typed });
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/appeals/new', page, { ...OPTIONS, status });
}

const AppealForm = z.object({
  of: z.string('Say what it is about.').max(40, 'Say what it is about.'),
  reason: block({ missing: 'Say why you think it is wrong.', max: 2_000, what: 'Your reason' }),
});
