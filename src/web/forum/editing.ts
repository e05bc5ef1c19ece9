import { Router, type Request, type Response } from 'express';

import { editAnswer } from '../../forum/edit-answer.ts';
import { EditConflict } from '../../forum/edit-conflict.ts';
import { editQuestion } from '../../forum/edit-question.ts';
import { findAnswer, findQuestion } from '../../forum/find-posts.ts';
import { mayEdit } from '../../forum/permissions.ts';
import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import { NotAllowed } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { draftFor } from '../drafts.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn, type FieldErrors } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { editPage, type Edited } from './edit-page.ts';
import { AnswerEditForm, QuestionEditForm } from './forms.ts';
import { answerPath, questionPath } from './paths.ts';

/** New versions of questions and answers. */
export function editing(deps: Deps): Router {
  const { db, perform, markdown } = deps;
  const router = Router();

  router.get('/q/:id/edit', async (req, res) => {
    await draw(deps, req, res, await findEditedQuestion(deps, req));
  });

  router.post('/q/:id/edit', async (req, res) => {
    const actor = actorOf(req);
    const edited = await findEditedQuestion(deps, req);
    await orDrawAgain(deps, req, res, edited, async () => {
      const form = readForm(QuestionEditForm, req.body);
      const question = idFrom<QuestionId>(req.params.id);
      const saved = await perform(actor, (work) =>
        editQuestion(work, markdown, { question, ...form }),
      );
      flash(res, 'edited');
      res.redirect(303, questionPath(saved));
    });
  });

  router.get('/a/:id/edit', async (req, res) => {
    await draw(deps, req, res, await findEditedAnswer(deps, req));
  });

  router.post('/a/:id/edit', async (req, res) => {
    const actor = actorOf(req);
    const edited = await findEditedAnswer(deps, req);
    await orDrawAgain(deps, req, res, edited, async () => {
      const form = readForm(AnswerEditForm, req.body);
      const answer = idFrom<AnswerId>(req.params.id);
      await perform(actor, (work) => editAnswer(work, markdown, { answer, ...form }));
      const { question } = await findAnswer(db, answer, actor);
      flash(res, 'edited');
      res.redirect(303, answerPath(question, answer));
    });
  });

  return router;
}

async function findEditedQuestion({ db }: Deps, req: Request<{ id: string }>): Promise<Edited> {
  const actor = actorOf(req);
  const question = await findQuestion(db, idFrom<QuestionId>(req.params.id), actor);
  refuseUnlessTheirs(actor, question);
  const crumbs = [{ href: questionPath(question), label: question.title }];
  return { kind: 'question', action: req.path, crumbs, text: question };
}

async function findEditedAnswer({ db }: Deps, req: Request<{ id: string }>): Promise<Edited> {
  const actor = actorOf(req);
  const { answer, question } = await findAnswer(db, idFrom<AnswerId>(req.params.id), actor);
  refuseUnlessTheirs(actor, answer);
  const crumbs = [{ href: answerPath(question, answer.id), label: question.title }];
  return { kind: 'answer', action: req.path, crumbs, text: { ...answer, title: null } };
}

function refuseUnlessTheirs(actor: MemberRow, post: QuestionRow | AnswerRow): void {
  if (mayEdit(actor, post)) return;
  throw new NotAllowed('Only whoever wrote this, or a moderator, can edit it.');
}

type Reason = { errors?: FieldErrors; conflict?: EditConflict };

/** Without a reason it is the form as it stands; with one it keeps what was typed. */
async function draw(deps: Deps, req: Request, res: Response, edited: Edited, reason?: Reason) {
  const typed = reason ? typedIn(req.body) : draftFor(req, edited.action);
  const page = editPage(edited, { ...reason, ...(typed && { typed }) });
  const status = reason?.conflict ? 409 : reason ? 422 : 200;
  await deps.render.page(req, res, 'forum/edit', page, { status, noindex: true });
}

/** What was typed is never lost: neither to a mistake nor to somebody who was faster. */
async function orDrawAgain(
  deps: Deps,
  req: Request,
  res: Response,
  edited: Edited,
  save: () => Promise<void>,
): Promise<void> {
  try {
    await orRedraw(save, (errors) => draw(deps, req, res, edited, { errors }));
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error;
    await draw(deps, req, res, edited, { conflict: error });
  }
}
