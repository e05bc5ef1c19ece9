import { Router, type Request } from 'express';

import { findQuestion } from '../../forum/find-posts.ts';
import { postAnswer } from '../../forum/post-answer.ts';
import type { QuestionId, QuestionRow } from '../../forum/rows.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { addressOf } from '../limits.ts';
import { actorOf } from '../visitor.ts';
import { answerPage } from './answer-page.ts';
import { AnswerForm } from './forms.ts';
import { answerPath } from './paths.ts';

/** Answers: posted from the question's page, or looked at first. */
export function answering({ db, perform, render, markdown, limits }: Deps): Router {
  const router = Router();

  const findAnswered = (req: Request<{ id: string }>): Promise<QuestionRow> =>
    findQuestion(db, idFrom<QuestionId>(req.params.id), req.visitor);

  router.post('/q/:id/answers', async (req, res) => {
    const actor = actorOf(req);
    const question = await findAnswered(req);
    const post = async () => {
      const { body } = readForm(AnswerForm, req.body);
      const answer = await perform(actor, (work) =>
        postAnswer(work, markdown, { question: question.id, body }),
      );
      flash(res, 'answered');
      res.redirect(303, answerPath(question, answer.id));
    };
    await orRedraw(post, async (errors) => {
      const page = answerPage(question, { errors, body: bodyOf(req), signedIn: true });
      await render.page(req, res, 'forum/answer', page, { status: 422, noindex: true });
    });
  });

  router.post('/q/:id/answers/preview', async (req, res) => {
    const question = await findAnswered(req);
    const signedIn = req.visitor !== undefined;
    const draw = async () => {
      const { body } = readForm(AnswerForm, req.body);
      await limits.count('draft', String(req.visitor?.id ?? addressOf(req)));
      const page = answerPage(question, { body, preview: markdown.render(body), signedIn });
      await render.page(req, res, 'forum/answer', page, { noindex: true });
    };
    await orRedraw(draw, async (errors) => {
      const page = answerPage(question, { errors, body: bodyOf(req), signedIn });
      await render.page(req, res, 'forum/answer', page, { status: 422, noindex: true });
    });
  });

  return router;
}

const bodyOf = (req: Request) => typedIn(req.body).body ?? '';
