import { Router, type Request, type Response } from 'express';

import { findQuestion } from '../../forum/find-posts.ts';
import { postAnswer } from '../../forum/post-answer.ts';
import type { QuestionId, QuestionRow } from '../../forum/rows.ts';
import { isHeldBack } from '../../forum/read-held.ts';
import { disputeFindings } from '../../trust/personal-data/dispute-findings.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { wasSentPrivately } from '../handoff/send-privately.ts';
import { addressOf } from '../limits.ts';
import { actorOf } from '../visitor.ts';
import { answerPage } from './answer-page.ts';
import { AnswerForm } from './forms.ts';
import { answerPath } from './paths.ts';
import { noticeOf } from './personal-notice.ts';
import { readPublishable } from './read-publishable.ts';

/** Answers: posted from the question's page, or looked at first. */
export function answering(deps: Deps): Router {
  const { db, render, markdown, limits } = deps;
  const router = Router();

  const findAnswered = (req: Request<{ id: string }>): Promise<QuestionRow> =>
    findQuestion(db, idFrom<QuestionId>(req.params.id), req.visitor);

  router.post('/q/:id/answers', async (req, res) => {
    actorOf(req);
    const question = await findAnswered(req);
    await orRedraw(
      () => publish(deps, req, res, question),
      async (errors, refusal) => {
        const writing = { errors, body: bodyOf(req), personal: noticeOf(refusal) };
        const page = answerPage(question, { ...writing, signedIn: true });
        await render.page(req, res, 'forum/answer', page, { status: 422, noindex: true });
      },
    );
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

async function publish(deps: Deps, req: Request, res: Response, question: QuestionRow) {
  if (await wasSentPrivately(deps, req, res, AnswerForm, { question })) return;
  const { typed, kept } = await readPublishable(deps, AnswerForm, req.body);
  const answer = await deps.perform(actorOf(req), async (work) => {
    const posted = await postAnswer(work, deps.markdown, { question: question.id, ...typed });
    if (kept) await disputeFindings(work, { answer: posted.id });
    return posted;
  });
  const held = await isHeldBack(deps.db, { answer: answer.id });
  flash(res, held ? 'held' : kept ? 'kept-hidden' : 'answered');
  res.redirect(303, answerPath(question, answer.id));
}

const bodyOf = (req: Request) => typedIn(req.body).body ?? '';
