import { Router, type Response } from 'express';
import type { Knex } from 'knex';

import { acceptAnswer } from '../../forum/accept-answer.ts';
import { findQuestion } from '../../forum/find-posts.ts';
import { resolveQuestion } from '../../forum/resolve-question.ts';
import type { AnswerId, AnswerRow, QuestionId } from '../../forum/rows.ts';
import { withdrawAcceptanceOf } from '../../forum/withdraw-acceptance.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readForm } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { ResolutionForm } from './forms.ts';
import { answerPath, questionPath } from './paths.ts';

/** What whoever asked says about how it ended. */
export function deciding({ db, perform }: Deps): Router {
  const router = Router();

  router.post('/a/:id/acceptance', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<AnswerId>(req.params.id);
    const answer = await perform(actor, (work) => acceptAnswer(work, id));
    flash(res, 'accepted');
    await goToAnswer(db, actor, res, answer);
  });

  router.post('/a/:id/acceptance/withdrawal', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<AnswerId>(req.params.id);
    const answer = await perform(actor, (work) => withdrawAcceptanceOf(work, id));
    flash(res, 'acceptance-withdrawn');
    await goToAnswer(db, actor, res, answer);
  });

  router.post('/q/:id/resolution', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<QuestionId>(req.params.id);
    const { as } = readForm(ResolutionForm, req.body);
    const question = await perform(actor, (work) => resolveQuestion(work, id, as));
    flash(res, as === 'no-single-answer' ? 'resolved' : 'reopened');
    res.redirect(303, questionPath(question));
  });

  return router;
}

/** Back to an answer that was acted upon. */
export async function goToAnswer(
  db: Knex,
  actor: MemberRow,
  res: Response,
  answer: Pick<AnswerRow, 'id' | 'question_id'>,
): Promise<void> {
  const question = await findQuestion(db, answer.question_id, actor);
  res.redirect(303, answerPath(question, answer.id));
}
