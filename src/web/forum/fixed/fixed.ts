import { Router } from 'express';

import { findAnswer } from '../../../forum/find-posts.ts';
import { sayFixed } from '../../../forum/fixed/say-fixed.ts';
import type { AnswerId } from '../../../forum/rows.ts';
import type { Deps } from '../../deps.ts';
import { queryText, readForm } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { fixedPage, saidFrom } from './fixed-page.ts';
import { FixedForm } from './forms.ts';
import { voiceOf } from './voice.ts';

/** "Did this fix it?", asked of everybody: no account, no cookie, and nothing kept of who they are. */
export function fixed(deps: Deps): Router {
  const { db, perform, limits, render } = deps;
  const router = Router();

  router.get('/a/:id/fixed', async (req, res) => {
    const id = idFrom<AnswerId>(req.params.id);
    const { question } = await findAnswer(db, id, req.visitor);
    const page = fixedPage(id, question, saidFrom(queryText(req, 'said')));
    await render.page(req, res, 'forum/fixed', page, { noindex: true });
  });

  router.post('/a/:id/fixed', async (req, res) => {
    const id = idFrom<AnswerId>(req.params.id);
    const { fixed } = readForm(FixedForm, req.body);
    await limits.count('fixed', voiceOf(deps, req, 'limit'));
    await limits.count('fixed-answer', String(id));
    const voice = voiceOf(deps, req, `answer ${String(id)}`);
    await perform(req.visitor ?? 'visitor', (work) => sayFixed(work, { answer: id, voice, fixed }));
    res.redirect(303, `/a/${String(id)}/fixed?said=${fixed}`);
  });

  return router;
}
