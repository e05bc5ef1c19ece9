import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import type { QuestionId } from '../../../forum/rows.ts';
import { answerForAsker } from '../../../moderation/silent/end-objection.ts';
import { readSilentCase } from '../../../moderation/silent/read-silent.ts';
import { NotSignedIn } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  oneOf,
  optionalBlock,
  orRedraw,
  queryText,
  readForm,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { idFrom } from '../../ids.ts';
import { objectionPage } from './objection-page.ts';

/**
 * What an asker says to an acceptance on their behalf, signed in or by the link of their mail.
 * Mail scanners open links, so opening one changes nothing.
 */
export function objection(deps: Deps): Router {
  const router = Router();

  router.get('/q/:id/objection', async (req, res) => {
    await draw(deps, req, res, queryText(req, 'token'));
  });

  router.post('/q/:id/objection', async (req, res) => {
    const token = tokenIn(req);
    refuseStrangers(req, token);
    const say = async () => {
      const { says, note } = readForm(ObjectionForm, req.body);
      const id = idFrom<QuestionId>(req.params.id);
      const { question } = await readSilentCase(deps.db, id, { viewer: req.visitor, token });
      await deps.perform(req.visitor ?? 'visitor', (work) =>
        answerForAsker(work, id, { says, note, token }),
      );
      flash(res, says === 'keep' ? 'acceptance-kept' : 'objected');
      res.redirect(303, questionPath(question));
    };
    await orRedraw(say, (errors) => draw(deps, req, res, token, errors));
  });

  return router;
}

async function draw(
  { db, render, formats, now }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  token: string | undefined,
  errors?: FieldErrors,
): Promise<void> {
  refuseStrangers(req, token);
  const id = idFrom<QuestionId>(req.params.id);
  const found = await readSilentCase(db, id, { viewer: req.visitor, token });
  const needs = { formats, token, errors, typed: typedIn(req.body), now: now() };
  await render.page(req, res, 'moderation/silent/objection', objectionPage(found, needs), {
    ...{ noindex: true, status: errors ? 422 : 200 },
  });
}

/** Without a link somebody has to say who they are. */
function refuseStrangers(req: Request, token: string | undefined): void {
  if (!req.visitor && token === undefined) throw new NotSignedIn();
}

const tokenIn = (req: Request): string | undefined => {
  const { token } = typedIn(req.body);
  return token === '' ? undefined : token;
};

const ObjectionForm = z.object({
  says: oneOf(['keep', 'object'], 'Say whether it fixed it.'),
  note: optionalBlock(1_000, 'The note'),
});
