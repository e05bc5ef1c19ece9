import { Router, type Request, type Response } from 'express';

import { discardDraft } from '../../../forum/drafts/forget-drafts.ts';
import { listDrafts } from '../../../forum/drafts/read-drafts.ts';
import { DraftOvertaken, saveDraft } from '../../../forum/drafts/save-draft.ts';
import { findQuestion } from '../../../forum/find-posts.ts';
import type { DraftId, DraftRow, QuestionId } from '../../../forum/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { readForm, typedIn, type Typed } from '../../forms.ts';
import { isFromScript } from '../../from-script.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { drawOvertaken } from '../draw-ask.ts';
import { drawAnswer } from '../draw-answer.ts';
import { questionPath } from '../paths.ts';
import { DraftForm } from './draft-form.ts';
import { draftsPage } from './drafts-page.ts';

/** Texts that members save before they post them; each member sees their own and no others. */
export function drafts(deps: Deps): Router {
  const { db, perform, render } = deps;
  const router = Router();

  router.post('/ask/draft', async (req, res) => {
    await save(deps, req, res, {
      ...{ question: null, goTo: '/ask' },
      redraw: (typed, other) => drawOvertaken(deps, req, res, { typed, saved: other }),
    });
  });

  router.post('/q/:id/answers/draft', async (req, res) => {
    const actor = actorOf(req);
    const question = await findQuestion(db, idFrom<QuestionId>(req.params.id), actor);
    await save(deps, req, res, {
      ...{ question: question.id, goTo: `${questionPath(question)}#reply` },
      redraw: (typed, other) => drawAnswer(deps, req, res, question, { typed, other, status: 409 }),
    });
  });

  router.get('/me/drafts', async (req, res) => {
    const page = draftsPage(await listDrafts(db, actorOf(req).id));
    await render.page(req, res, 'forum/drafts', page, { noindex: true });
  });

  router.post('/me/drafts/:id/removal', async (req, res) => {
    const id = idFrom<DraftId>(req.params.id);
    await perform(actorOf(req), (work) => discardDraft(work, id));
    flash(res, 'draft-discarded');
    res.redirect(303, '/me/drafts');
  });

  return router;
}

type Saving = {
  question: QuestionId | null;
  goTo: string;
  redraw: (typed: Typed, other: DraftRow) => Promise<void>;
};

async function save(deps: Deps, req: Request, res: Response, { question, goTo, redraw }: Saving) {
  const actor = actorOf(req);
  const { draft: version, private: chosen, ...texts } = readForm(DraftForm, req.body);
  await deps.limits.count('autosave', String(actor.id));
  try {
    const saved = await deps.perform(actor, (work) =>
      saveDraft(work, { ...texts, private: chosen === '1', question, version }),
    );
    if (isFromScript(req)) res.json({ version: saved });
    else {
      flash(res, 'draft-saved');
      res.redirect(303, goTo);
    }
  } catch (error) {
    if (!(error instanceof DraftOvertaken)) throw error;
    const { saved, message } = error;
    const { title, body, topic } = saved;
    if (isFromScript(req)) {
      res.status(409).json({ version: saved.version, message, title, body, topic });
    } else {
      await redraw({ ...typedIn(req.body), draft: String(saved.version) }, saved);
    }
  }
}
