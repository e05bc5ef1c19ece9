import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import type { PostRef } from '../../../forum/posts.ts';
import { readRemovalCase } from '../../../moderation/posts/read-removal.ts';
import { removePost, restorePost } from '../../../moderation/posts/remove-post.ts';
import { findReward } from '../../../rewards/rewards.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  block,
  oneOf,
  optionalBlock,
  orRedraw,
  readForm,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { postPath, removalPage } from './removal-page.ts';

/** Taking posts down and putting them back: one page that says first what follows. */
export function removals(deps: Deps): Router {
  const router = Router();
  for (const [letter, refOf] of Object.entries(POSTS)) {
    const [removal, restoration] = [`/${letter}/:id/removal`, `/${letter}/:id/restoration`];
    router.use([removal, restoration], staffOnly('moderator'));
    router.get(removal, (req, res) => draw(deps, req, res, { ref: refOf(req) }));
    router.post(removal, (req, res) => remove(deps, req, res, refOf(req)));
    router.post(restoration, (req, res) => restore(deps, req, res, refOf(req)));
  }
  return router;
}

const POSTS: Record<string, (req: Request) => PostRef> = {
  q: (req) => ({ question: idFrom(req.params.id) }),
  a: (req) => ({ answer: idFrom(req.params.id) }),
  c: (req) => ({ comment: idFrom(req.params.id) }),
};

async function remove(deps: Deps, req: Request, res: Response, ref: PostRef): Promise<void> {
  const attempt = async () => {
    const removal = readForm(RemovalForm, req.body);
    await deps.perform(actorOf(req), (work) => removePost(work, ref, removal));
    flash(res, 'removed');
    await goBack(deps, req, res, ref);
  };
  await orRedraw(attempt, (errors) => draw(deps, req, res, { ref, errors }));
}

async function restore(deps: Deps, req: Request, res: Response, ref: PostRef): Promise<void> {
  const attempt = async () => {
    const { note } = readForm(RestorationForm, req.body);
    await deps.perform(actorOf(req), (work) => restorePost(work, ref, note));
    flash(res, 'restored');
    await goBack(deps, req, res, ref);
  };
  await orRedraw(attempt, (errors) => draw(deps, req, res, { ref, errors }));
}

async function draw(
  { db, render, formats }: Deps,
  req: Request,
  res: Response,
  { ref, errors }: { ref: PostRef; errors?: FieldErrors },
): Promise<void> {
  const found = await readRemovalCase(db, ref, actorOf(req));
  const reward = found.acceptance && (await findReward(db, found.acceptance.id));
  const typed = typedIn(req.body);
  const page = removalPage(found, { ref, reward, formats, errors, typed });
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/removal', page, { status, noindex: true });
}

async function goBack({ db }: Deps, req: Request, res: Response, ref: PostRef): Promise<void> {
  const { question } = await readRemovalCase(db, ref, actorOf(req));
  res.redirect(303, postPath(ref, question));
}

const RemovalForm = z.object({
  reason: oneOf(
    ['spam', 'rude', 'personal-data', 'unsafe', 'off-topic', 'copied'],
    'Say why it goes.',
  ),
  note: optionalBlock(1_000, 'The note'),
});

const RestorationForm = z.object({
  note: block({ missing: 'Say why it comes back.', max: 1_000, what: 'The note' }),
});
