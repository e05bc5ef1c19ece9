import { Router } from 'express';

import { findQuestion } from '../../forum/find-posts.ts';
import { postComment } from '../../forum/post-comment.ts';
import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readForm } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { CommentForm } from './forms.ts';
import { commentPath } from './paths.ts';

/** Comments under questions and answers. */
export function commenting({ db, perform, markdown }: Deps): Router {
  const router = Router();
  const subjects = [
    { path: '/q/:id/comments', on: (id?: string) => ({ question: idFrom<QuestionId>(id) }) },
    { path: '/a/:id/comments', on: (id?: string) => ({ answer: idFrom<AnswerId>(id) }) },
  ] as const;

  for (const { path, on } of subjects) {
    router.post<string, { id: string }>(path, async (req, res) => {
      const actor = actorOf(req);
      const { body } = readForm(CommentForm, req.body);
      const comment = await perform(actor, (work) =>
        postComment(work, markdown, { on: on(req.params.id), body }),
      );
      flash(res, 'commented');
      const question = await findQuestion(db, comment.question_id, actor);
      res.redirect(303, commentPath(question, comment.id));
    });
  }

  return router;
}
