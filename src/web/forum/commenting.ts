import { Router } from 'express';

import { findAnswer, findQuestion } from '../../forum/find-posts.ts';
import { postComment } from '../../forum/post-comment.ts';
import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import { isHeldBack } from '../../forum/read-held.ts';
import { disputeFindings } from '../../trust/personal-data/dispute-findings.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, typedIn } from '../forms.ts';
import { wasSentPrivately } from '../handoff/send-privately.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { commentPage } from './answer-page.ts';
import { editorScripts } from './editor.ts';
import { CommentForm } from './forms.ts';
import { commentPath } from './paths.ts';
import { noticeOf } from './personal-notice.ts';
import { readPublishable } from './read-publishable.ts';

type Subject = { question: QuestionId } | { answer: AnswerId };

const answerOf = (subject: Subject) => ('answer' in subject ? subject.answer : undefined);

/** Comments under questions and answers. */
export function commenting(deps: Deps): Router {
  const { db, render } = deps;
  const router = Router();
  const subjects = [
    { path: '/q/:id/comments', on: (id?: string) => ({ question: idFrom<QuestionId>(id) }) },
    { path: '/a/:id/comments', on: (id?: string) => ({ answer: idFrom<AnswerId>(id) }) },
  ] as const;

  for (const { path, on } of subjects) {
    router.post<string, { id: string }>(path, async (req, res) => {
      const actor = actorOf(req);
      const subject: Subject = on(req.params.id);
      const post = async () => {
        const thread = { question: await questionOf(subject, actor), answer: answerOf(subject) };
        if (await wasSentPrivately(deps, req, res, CommentForm, thread)) return;
        const { typed, kept } = await readPublishable(deps, CommentForm, req.body);
        const comment = await publish(deps, actor, { on: subject, body: typed.body, kept });
        const held = await isHeldBack(db, { comment: comment.id });
        flash(res, held ? 'held' : kept ? 'kept-hidden' : 'commented');
        const question = await findQuestion(db, comment.question_id, actor);
        res.redirect(303, commentPath(question, comment.id));
      };
      await orRedraw(post, async (errors, refusal) => {
        const question = await questionOf(subject, actor);
        const typed = typedIn(req.body);
        const writing = { typed, errors, personal: noticeOf(refusal), viewer: actor };
        const page = commentPage(question, req.path, writing);
        await render.page(req, res, 'forum/answer', page, {
          ...{ status: 422, noindex: true, scripts: editorScripts(req.visitor) },
        });
      });
    });
  }

  return router;

  async function questionOf(subject: Subject, viewer: ReturnType<typeof actorOf>) {
    if ('question' in subject) return findQuestion(db, subject.question, viewer);
    return (await findAnswer(db, subject.answer, viewer)).question;
  }
}

const publish = (
  { perform, markdown }: Deps,
  actor: ReturnType<typeof actorOf>,
  { on, body, kept }: { on: Subject; body: string; kept: boolean },
) =>
  perform(actor, async (work) => {
    const posted = await postComment(work, markdown, { on, body });
    if (kept) await disputeFindings(work, { comment: posted.id });
    return posted;
  });
