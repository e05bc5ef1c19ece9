import { Router } from 'express';

import { findQuestion } from '../../../forum/find-posts.ts';
import { noteAnswering, stopAnswering } from '../../../forum/live/note-answering.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { readForm } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { SwitchForm } from '../forms.ts';
import { questionPath } from '../paths.ts';
import { isFromScript } from '../../from-script.ts';

/** That a member is writing an answer: said by a button, or by a script while they type. */
export function answeringNotes({ db, perform, limits }: Deps): Router {
  const router = Router();

  router.post('/q/:id/answering', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<QuestionId>(req.params.id);
    const { on } = readForm(SwitchForm, req.body);
    const question = await findQuestion(db, id, actor);
    await limits.count('answering', String(actor.id));
    const act = on ? noteAnswering : stopAnswering;
    await perform(actor, (work) => act(work, { question: id }));
    if (isFromScript(req)) {
      res.status(204).end();
      return;
    }
    flash(res, on ? 'answering' : 'answering-ended');
    res.redirect(303, `${questionPath(question)}#reply`);
  });

  return router;
}
