import { Router } from 'express';

import { followQuestion } from '../../forum/follow-question.ts';
import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import { sayAlsoHelped } from '../../forum/say-also-helped.ts';
import { sayMeToo } from '../../forum/say-me-too.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readForm } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { goToAnswer } from './deciding.ts';
import { SwitchForm } from './forms.ts';
import { questionPath } from './paths.ts';

/** What a member says with one press: "this helped", "me too", "tell me more". */
export function reacting({ db, perform }: Deps): Router {
  const router = Router();

  router.post('/a/:id/helped', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<AnswerId>(req.params.id);
    const answer = await perform(actor, (work) => sayAlsoHelped(work, id));
    const said = await db('helps').where({ answer_id: id, member_id: actor.id }).first();
    flash(res, said ? 'helped' : 'helped-withdrawn');
    await goToAnswer(db, actor, res, answer);
  });

  router.post('/q/:id/me-too', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<QuestionId>(req.params.id);
    const { on } = readForm(SwitchForm, req.body);
    const question = await perform(actor, (work) => sayMeToo(work, id, on));
    flash(res, on ? 'me-too' : 'me-too-withdrawn');
    res.redirect(303, questionPath(question));
  });

  router.post('/q/:id/follow', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<QuestionId>(req.params.id);
    const { on } = readForm(SwitchForm, req.body);
    const question = await perform(actor, (work) => followQuestion(work, id, on));
    flash(res, on ? 'followed' : 'unfollowed');
    res.redirect(303, questionPath(question));
  });

  return router;
}
