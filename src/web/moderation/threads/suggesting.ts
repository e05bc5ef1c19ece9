import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { suggestSame } from '../../../forum/duplicates/suggest-same.ts';
import { findQuestion } from '../../../forum/find-posts.ts';
import { refuseRemoved } from '../../../forum/hold.ts';
import { maySuggestSame } from '../../../forum/permissions.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import { Invalid, NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { questionIn } from './question-in.ts';
import { suggestPage } from './suggest-page.ts';

/** Where Guides and Stewards say that a question asks what another does; for others it is not there. */
export function suggesting(deps: Deps): Router {
  const { db, perform } = deps;
  const router = Router();

  router.use('/q/:id/same', (req, _res, next) => {
    if (!maySuggestSame(actorOf(req))) throw new NotFound();
    next();
  });

  router.get('/q/:id/same', (req, res) => draw(deps, req, res));

  router.post('/q/:id/same', async (req, res) => {
    const actor = actorOf(req);
    const question = idFrom<QuestionId>(req.params.id);
    const suggest = async () => {
      const other = otherIn(readForm(SuggestForm, req.body));
      await perform(actor, (work) => suggestSame(work, { question, other }));
      flash(res, 'same-suggested');
      res.redirect(303, questionPath(await findQuestion(db, question, actor)));
    };
    await orRedraw(suggest, (errors) => draw(deps, req, res, errors));
  });

  return router;
}

async function draw(
  { db, render, similar }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const actor = actorOf(req);
  const question = await findQuestion(db, idFrom<QuestionId>(req.params.id), actor);
  refuseRemoved(question);
  const likely = await similar.toQuestion(question.id);
  const page = suggestPage(question, likely, { errors, typed: typedIn(req.body) });
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/threads/suggest', page, { status, noindex: true });
}

/** What was typed goes before what was chosen, for it was done last. */
function otherIn({ other, address }: z.output<typeof SuggestForm>): QuestionId {
  const id = questionIn(address || other);
  if (id !== undefined) return id;
  throw new Invalid(
    address ? { address: 'That is no address of a question here.' } : { address: CHOOSE },
  );
}

const CHOOSE = 'Choose the question that asks the same, or give its address.';

const SuggestForm = z.object({
  other: z.string().max(200).default(''),
  address: z.string().trim().max(500, 'That is too long for an address.').default(''),
});
