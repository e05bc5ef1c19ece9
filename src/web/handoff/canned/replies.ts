import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { findReply, readReplies } from '../../../handoff/canned/read-replies.ts';
import { dropReply, saveReply } from '../../../handoff/canned/save-reply.ts';
import type { CaseReplyId } from '../../../handoff/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  block,
  line,
  orRedraw,
  queryText,
  readForm,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { shellFor } from '../draw-case.ts';
import { REPLIES, repliesPage } from './replies-page.ts';

/** The texts that our team often sends in private: the list, and changing it. */
export function cannedReplies(deps: Deps): Router {
  const router = Router();
  router.use(REPLIES, staffOnly('moderator', 'admin'));

  router.get(REPLIES, (req, res) => draw(deps, req, res, queryText(req, 'edit')));

  router.post(REPLIES, async (req, res) => {
    const save = async () => {
      const reply = readForm(ReplyForm, req.body);
      await deps.perform(actorOf(req), (work) => saveReply(work, reply));
      flash(res, 'case-reply-saved');
      res.redirect(303, REPLIES);
    };
    await orRedraw(save, (errors) => draw(deps, req, res, typedIn(req.body).id, errors));
  });

  router.post(`${REPLIES}/:id/drop`, async (req, res) => {
    const id = idFrom<CaseReplyId>(req.params['id']);
    await deps.perform(actorOf(req), (work) => dropReply(work, id));
    flash(res, 'case-reply-dropped');
    res.redirect(303, REPLIES);
  });

  return router;
}

const STALE = 'This form is out of step. Reload the page and try again.';

const ReplyForm = z.object({
  id: z
    .string(STALE)
    .regex(/^(?:[1-9]\d{0,8})?$/, STALE)
    .transform((id) => (id === '' ? undefined : (Number(id) as CaseReplyId))),
  title: line({ missing: 'Give it a title.', max: 80, what: 'The title' }),
  body: block({ missing: 'Write the text.', max: 5_000, what: 'The text' }),
});

async function draw(
  { db, render }: Deps,
  req: Request,
  res: Response,
  id: string | undefined,
  errors?: FieldErrors,
): Promise<void> {
  const edited = id ? await findReply(db, idFrom<CaseReplyId>(id)) : undefined;
  const page = repliesPage(await readReplies(db), {
    ...{ edited: id ? found(edited, 'reply') : undefined },
    ...{ errors, typed: errors && typedIn(req.body) },
  });
  await render.page(req, res, 'handoff/canned/replies', page, {
    ...{ ...shellFor(req), status: errors ? 422 : 200 },
  });
}
