import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { decideSuspicion } from '../../../moderation/posts/decide-suspicion.ts';
import type { SuspicionId, SuspicionRow } from '../../../trust/rows.ts';
import { readSuspicion } from '../../../trust/spam/read-suspicion.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  oneOf,
  optionalBlock,
  orRedraw,
  readForm,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { suspicionPage } from './suspicion-page.ts';

/** Posts of one kind that wait for a look: one page, two keys. */
export function suspicions(deps: Deps, kind: SuspicionRow['kind'], path: string): Router {
  const router = Router();
  router.use(path, staffOnly('moderator'));

  router.get(`${path}/:id`, (req: Request<{ id: string }>, res) => draw(deps, kind, req, res));

  router.post(`${path}/:id/decision`, async (req: Request<{ id: string }>, res) => {
    const decide = async () => {
      const decided = readForm(DecisionForm, req.body);
      const id = idFrom<SuspicionId>(req.params.id);
      await readSuspicion(deps.db, id, kind, deps.site.url);
      await deps.perform(actorOf(req), (work) => decideSuspicion(work, id, decided));
      flash(res, decided.decision === 'approve' ? 'post-approved' : 'removed-as-spam');
      res.redirect(303, '/staff/audits');
    };
    await orRedraw(decide, (errors) => draw(deps, kind, req, res, errors));
  });

  return router;
}

async function draw(
  { db, site, markdown, render }: Deps,
  kind: SuspicionRow['kind'],
  req: Request<{ id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const found = await readSuspicion(db, idFrom<SuspicionId>(req.params.id), kind, site.url);
  const page = suspicionPage(found, {
    ...{ viewer: actorOf(req), errors, typed: typedIn(req.body) },
    written: markdown.render(found.body),
  });
  await render.page(req, res, 'moderation/spam/suspicion', page, {
    ...{
      nav: 'staff',
      here: 'audits',
      noindex: true,
      scripts: ['queue.js'],
      status: errors ? 422 : 200,
    },
  });
}

const DecisionForm = z.object({
  decision: oneOf(['approve', 'spam'], 'Say what becomes of it.'),
  note: optionalBlock(1_000, 'The note'),
});
