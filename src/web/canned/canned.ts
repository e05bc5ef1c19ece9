import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { countSolved } from '../../canned/count-solved.ts';
import { KEEPERS } from '../../canned/permissions.ts';
import { findText, listTexts } from '../../canned/read-texts.ts';
import type { CannedTextId } from '../../canned/rows.ts';
import { dropText, saveText } from '../../canned/save-text.ts';
import { LONGEST, type CannedUse } from '../../canned/uses.ts';
import { found } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import {
  block,
  line,
  optionalId,
  orRedraw,
  queryText,
  readForm,
  typedIn,
  type FieldErrors,
} from '../forms.ts';
import { idFrom } from '../ids.ts';
import type { PageOptions } from '../pages.ts';
import { actorOf, staffOnly } from '../visitor.ts';
import { cannedPage } from './canned-page.ts';
import { CANNED } from './canned-uses.ts';

/** The texts that our team shares: a list for each use, and changing it. */
export function canned(deps: Deps): Router {
  const router = Router();
  router.use(keeping(deps, 'audit-note'));
  router.use(keeping(deps, 'private-reply'));
  router.use(keeping(deps, 'public-answer'));
  return router;
}

function keeping(deps: Deps, use: CannedUse): Router {
  const router = Router();
  const { path } = CANNED[use];
  const textForm = formFor(use);
  router.use(path, staffOnly(...KEEPERS[use]));

  router.get(path, (req, res) => draw(deps, req, res, { use, id: queryText(req, 'edit') }));

  router.post(path, async (req, res) => {
    const save = async () => {
      const text = readForm(textForm, req.body);
      await deps.perform(actorOf(req), (work) => saveText(work, use, text));
      flash(res, 'canned-saved');
      res.redirect(303, path);
    };
    const { id } = typedIn(req.body);
    await orRedraw(save, (errors) => draw(deps, req, res, { use, id, errors }));
  });

  router.post(`${path}/:id/drop`, async (req, res) => {
    const id = idFrom<CannedTextId>(req.params['id']);
    await deps.perform(actorOf(req), (work) => dropText(work, use, id));
    flash(res, 'canned-dropped');
    res.redirect(303, path);
  });

  return router;
}

const formFor = (use: CannedUse) =>
  z.object({
    id: optionalId<CannedTextId>(),
    title: line({ missing: 'Give it a name.', max: 80, what: 'The name' }),
    body: block({ missing: 'Write the text.', max: LONGEST[use], what: 'The text' }),
  });

type Drawing = { use: CannedUse; id: string | undefined; errors?: FieldErrors };

async function draw(
  { db, render, now }: Deps,
  req: Request,
  res: Response,
  { use, id, errors }: Drawing,
): Promise<void> {
  const [edited, texts, counts] = await Promise.all([
    id ? findText(db, use, idFrom<CannedTextId>(id)) : undefined,
    listTexts(db, use),
    countSolved(db, now()),
  ]);
  const page = cannedPage(texts, {
    ...{ use, viewer: actorOf(req), counts, errors, typed: errors && typedIn(req.body) },
    edited: id ? found(edited, 'canned text') : undefined,
  });
  await render.page(req, res, 'canned/texts', page, {
    ...{ ...shellFor(req, use), status: errors ? 422 : 200 },
  });
}

/** Admins have no other business in the area of moderators. */
const shellFor = (req: Request, use: CannedUse): PageOptions => ({
  nav: actorOf(req).role === 'admin' ? 'admin' : 'staff',
  ...{ here: CANNED[use].here, noindex: true },
});
