import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import {
  confirmKnownItem,
  pickKnownItem,
  retireKnownItem,
} from '../../../moderation/agreement/known-items/pick-known-item.ts';
import { readKnownItems } from '../../../moderation/agreement/known-items/read-answers.ts';
import type { AuditId, KnownItemId } from '../../../moderation/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import type { FlashKey } from '../../flash-texts.ts';
import {
  block,
  oneOf,
  orRedraw,
  queryText,
  readForm,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { knownPage } from './known-page.ts';
import { SHELL } from './shell.ts';

/** Items whose answer is known: picked by one person, confirmed by another. */
export function knownItems(deps: Deps): Router {
  const router = Router();
  const path = '/staff/agreement/known';
  const { perform } = deps;

  router.get(path, (req, res) => draw(deps, req, res));

  router.post(path, async (req, res) => {
    const pick = async () => {
      const { audit, ...known } = readForm(PickForm, req.body);
      const picked = { ...known, audit: Number(audit) as AuditId };
      await perform(actorOf(req), (work) => pickKnownItem(work, picked));
      done(res, 'known-item-picked');
    };
    await orRedraw(pick, (errors) => draw(deps, req, res, errors));
  });

  router.post(`${path}/:id/confirmation`, async (req, res) => {
    const id = idFrom<KnownItemId>(req.params.id);
    await perform(actorOf(req), (work) => confirmKnownItem(work, id));
    done(res, 'known-item-confirmed');
  });

  router.post(`${path}/:id/retirement`, async (req, res) => {
    const id = idFrom<KnownItemId>(req.params.id);
    await perform(actorOf(req), (work) => retireKnownItem(work, id));
    done(res, 'known-item-retired');
  });

  return router;

  function done(res: Response, what: FlashKey): void {
    flash(res, what);
    res.redirect(303, path);
  }
}

async function draw(
  { db, render, formats }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const asked = queryText(req, 'audit');
  const typed = errors ? typedIn(req.body) : { ...(asked && { audit: asked }) };
  const words = { typed, ...(errors && { errors }) };
  const page = knownPage(await readKnownItems(db), actorOf(req), formats, words);
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/agreement/known', page, { ...SHELL, status });
}

const PickForm = z.object({
  audit: z
    .string('Name the number of an audit that is decided.')
    .regex(/^\d{1,9}$/, 'Name the number of an audit that is decided.'),
  verdict: oneOf(['pass', 'fix', 'fail'], 'Say what everybody should say.'),
  why: block({
    ...{ missing: 'Say why.', min: 10, max: 1000 },
    ...{ what: 'The reason', short: 'Say why in 10 characters or more.' },
  }),
});
