import { Router } from 'express';

import type { QuestionId } from '../../forum/rows.ts';
import { muteThread } from '../../notices/mute-thread.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readForm } from '../forms.ts';
import { SwitchForm } from '../forum/forms.ts';
import { questionPath } from '../forum/paths.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';

/** To hear nothing of a thread. */
export function muting({ perform }: Deps): Router {
  const router = Router();

  router.post('/q/:id/mute', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<QuestionId>(req.params.id);
    const { on } = readForm(SwitchForm, req.body);
    const question = await perform(actor, (work) => muteThread(work, id, on));
    flash(res, on ? 'muted' : 'unmuted');
    res.redirect(303, questionPath(question));
  });

  return router;
}
