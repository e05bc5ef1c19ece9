import { Router } from 'express';

import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import { voteOnAnswer, voteOnQuestion } from '../../forum/vote.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readForm } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { goToAnswer } from './deciding.ts';
import { VoteForm } from './forms.ts';
import { questionPath } from './paths.ts';

/** Votes on questions and answers, given and taken back. */
export function voting({ db, perform }: Deps): Router {
  const router = Router();

  router.post('/q/:id/vote', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<QuestionId>(req.params.id);
    const { value } = readForm(VoteForm, req.body);
    const question = await perform(actor, (work) => voteOnQuestion(work, id, value));
    flash(res, value === 0 ? 'vote-withdrawn' : 'voted');
    res.redirect(303, questionPath(question));
  });

  router.post('/a/:id/vote', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<AnswerId>(req.params.id);
    const { value } = readForm(VoteForm, req.body);
    const answer = await perform(actor, (work) => voteOnAnswer(work, id, value));
    flash(res, value === 0 ? 'vote-withdrawn' : 'voted');
    await goToAnswer(db, actor, res, answer);
  });

  return router;
}
