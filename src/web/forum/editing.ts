import { Router, type Request, type Response } from 'express';

import { editAnswer } from '../../forum/edit-answer.ts';
import { EditConflict } from '../../forum/edit-conflict.ts';
import { editQuestion } from '../../forum/edit-question.ts';
import { findAnswer, findQuestion } from '../../forum/find-posts.ts';
import { mayEdit } from '../../forum/permissions.ts';
import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from '../../forum/rows.ts';
import { typedTitle } from '../../forum/typed-title.ts';
import type { MemberRow } from '../../members/rows.ts';
import { NotAllowed } from '../../refusals.ts';
import { disputeFindings } from '../../trust/personal-data/dispute-findings.ts';
import type { Deps } from '../deps.ts';
import { draftFor } from '../drafts.ts';
import { flash } from '../flash.ts';
import { orRedraw, typedIn, type FieldErrors } from '../forms.ts';
import { wasSentPrivately } from '../handoff/send-privately.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { editPage, type Edited } from './edit-page.ts';
import { AnswerEditForm, QuestionEditForm } from './forms.ts';
import { answerPath, questionPath } from './paths.ts';
import { noticeOf, type PersonalNotice } from './personal-notice.ts';
import { readPublishable } from './read-publishable.ts';

/** New versions of questions and answers. */
export function editing(deps: Deps): Router {
  const router = Router();

  router.get('/q/:id/edit', async (req, res) => {
    await draw(deps, req, res, await findEditedQuestion(deps, req));
  });

  router.post('/q/:id/edit', async (req, res) => {
    const edited = await findEditedQuestion(deps, req);
    await orDrawAgain(deps, req, res, edited, () => saveQuestion(deps, req, res));
  });

  router.get('/a/:id/edit', async (req, res) => {
    await draw(deps, req, res, await findEditedAnswer(deps, req));
  });

  router.post('/a/:id/edit', async (req, res) => {
    const edited = await findEditedAnswer(deps, req);
    await orDrawAgain(deps, req, res, edited, () => saveAnswer(deps, req, res));
  });

  return router;
}

async function saveQuestion(deps: Deps, req: Request<{ id: string }>, res: Response) {
  const ref = { question: idFrom<QuestionId>(req.params.id) };
  const thread = { question: await findQuestion(deps.db, ref.question, actorOf(req)) };
  if (await wasSentPrivately(deps, req, res, QuestionEditForm, thread)) return;
  const { typed, kept } = await readPublishable(deps, QuestionEditForm, req.body, ref);
  const saved = await deps.perform(actorOf(req), async (work) => {
    const question = await editQuestion(work, deps.markdown, { ...ref, ...typed });
    if (kept) await disputeFindings(work, ref);
    return question;
  });
  flash(res, kept ? 'kept-hidden' : 'edited');
  res.redirect(303, questionPath(saved));
}

async function saveAnswer(deps: Deps, req: Request<{ id: string }>, res: Response) {
  const ref = { answer: idFrom<AnswerId>(req.params.id) };
  const actor = actorOf(req);
  const { question } = await findAnswer(deps.db, ref.answer, actor);
  if (await wasSentPrivately(deps, req, res, AnswerEditForm, { question, ...ref })) return;
  const { typed, kept } = await readPublishable(deps, AnswerEditForm, req.body, ref);
  await deps.perform(actor, async (work) => {
    await editAnswer(work, deps.markdown, { ...ref, ...typed });
    if (kept) await disputeFindings(work, ref);
  });
  flash(res, kept ? 'kept-hidden' : 'edited');
  res.redirect(303, answerPath(question, ref.answer));
}

async function findEditedQuestion({ db }: Deps, req: Request<{ id: string }>): Promise<Edited> {
  const actor = actorOf(req);
  const question = await findQuestion(db, idFrom<QuestionId>(req.params.id), actor);
  refuseUnlessTheirs(actor, question);
  const crumbs = [{ href: questionPath(question), label: question.title }];
  const text = { ...question, title: await typedTitle(db, question) };
  return { kind: 'question', action: req.path, crumbs, text };
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

type Reason = {
  errors?: FieldErrors;
  conflict?: EditConflict;
  personal?: PersonalNotice | undefined;
};

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
    await orRedraw(save, (errors, refusal) =>
      draw(deps, req, res, edited, { errors, personal: noticeOf(refusal) }),
    );
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error;
    await draw(deps, req, res, edited, { conflict: error });
  }
}
