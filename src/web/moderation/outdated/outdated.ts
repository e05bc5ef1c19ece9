import { Router, type Request, type Response } from 'express';

import { findAnswer } from '../../../forum/find-posts.ts';
import type { AnswerId } from '../../../forum/rows.ts';
import { decideOutdated } from '../../../moderation/outdated/decide-outdated.ts';
import { flagOutdated } from '../../../moderation/outdated/flag-outdated.ts';
import { setOfficial } from '../../../moderation/posts/set-official.ts';
import type { Deps } from '../../deps.ts';
import { draftFor } from '../../drafts.ts';
import { flash } from '../../flash.ts';
import { type FieldErrors, orRedraw, readForm, typedIn } from '../../forms.ts';
import { goToAnswer } from '../../forum/deciding.ts';
import { SwitchForm } from '../../forum/forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { outdatedPage } from './outdated-page.ts';
import { DecisionForm, FlagForm } from './forms.ts';

/** How an answer stands: whether it still works, and whether it is our team's own. */
export function standings(deps: Deps): Router {
  const { db, perform } = deps;
  const router = Router();
  router.use(['/a/:id/outdated/decision', '/a/:id/official'], staffOnly('moderator'));

  router.get('/a/:id/outdated', (req, res) => draw(deps, req, res));

  router.post('/a/:id/outdated', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<AnswerId>(req.params.id);
    const flag = async () => {
      const { note } = readForm(FlagForm, req.body);
      const answer = await perform(actor, (work) => flagOutdated(work, { answer: id, note }));
      flash(res, 'said-outdated');
      await goToAnswer(db, actor, res, answer);
    };
    await orRedraw(flag, (errors) => draw(deps, req, res, errors));
  });

  router.post('/a/:id/outdated/decision', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<AnswerId>(req.params.id);
    const outdated = readForm(DecisionForm, req.body).as === 'outdated';
    const answer = await perform(actor, (work) => decideOutdated(work, { answer: id, outdated }));
    flash(res, outdated ? 'outdated-marked' : 'outdated-cleared');
    await goToAnswer(db, actor, res, answer);
  });

  router.post('/a/:id/official', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<AnswerId>(req.params.id);
    const { on } = readForm(SwitchForm, req.body);
    const answer = await perform(actor, (work) => setOfficial(work, { answer: id, on }));
    flash(res, on ? 'official-marked' : 'official-unmarked');
    await goToAnswer(db, actor, res, answer);
  });

  return router;
}

async function draw(
  { db, render }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const found = await findAnswer(db, idFrom<AnswerId>(req.params.id), actorOf(req));
  const typed = errors ? typedIn(req.body) : (draftFor(req, req.path) ?? {});
  const page = outdatedPage(found, { errors, typed });
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/outdated/flag', page, { status, noindex: true });
}
