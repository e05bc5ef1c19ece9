import { Router, type Request, type Response } from 'express';

import { overturnDecision } from '../../../moderation/governance/overturn-decision.ts';
import { readReview as readReviewItem } from '../../../moderation/governance/read-review.ts';
import { reviewDecision } from '../../../moderation/governance/review-decision.ts';
import { keysInForce, readDeskSettings } from '../../../moderation/queue/desk-settings.ts';
import type { StewardReviewId } from '../../../moderation/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, typedIn, type FieldErrors } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { GOVERNANCE } from '../governance/area.ts';
import { reviewHref, reviewPage } from './review-page.ts';
import { readReview } from './steward-forms.ts';

/** What stewards decided, one decision at a time, for moderators to judge and to overturn. */
export function reviews(deps: Deps): Router {
  const router = Router();
  const one = `${GOVERNANCE}/reviews/:id`;
  router.use(`${GOVERNANCE}/reviews`, staffOnly('moderator'));

  router.get(one, (req, res) => draw(deps, req, res));
  router.post(one, (req, res) =>
    orRedraw(
      () => review(deps, req, res),
      (errors) => draw(deps, req, res, errors),
    ),
  );
  router.post(`${one}/overturn`, (req, res) => overturn(deps, req, res));
  return router;
}

const reviewOf = (req: Request) => idFrom<StewardReviewId>(req.params.id);

async function draw(
  { db, render }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const viewer = actorOf(req);
  const [item, settings] = await Promise.all([
    readReviewItem(db, reviewOf(req)),
    readDeskSettings(db, viewer),
  ]);
  const typed = errors && typedIn(req.body);
  const page = reviewPage(item, { viewer, keys: keysInForce(settings), errors, typed });
  await render.page(req, res, 'moderation/stewards/review', page, {
    ...{ nav: 'staff', here: 'governance', noindex: true, scripts: ['queue.js'] },
    status: errors ? 422 : 200,
  });
}

async function review({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const [id, said] = [reviewOf(req), readReview(req.body)];
  const { differs } = await perform(actorOf(req), (work) => reviewDecision(work, id, said));
  flash(res, differs ? 'review-differs' : 'review-agrees');
  res.redirect(303, reviewHref(id));
}

async function overturn({ perform, markdown }: Deps, req: Request, res: Response): Promise<void> {
  const id = reviewOf(req);
  await perform(actorOf(req), (work) => overturnDecision(work, markdown, id));
  flash(res, 'overturned');
  res.redirect(303, reviewHref(id));
}
