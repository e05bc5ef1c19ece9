import { Router, type Request, type Response } from 'express';

import { editAnswer } from '../../forum/edit-answer.ts';
import { EditConflict } from '../../forum/edit-conflict.ts';
import { editQuestion } from '../../forum/edit-question.ts';
import { findAnswer, findQuestion } from '../../forum/find-posts.ts';
import { mayEdit } from '../../forum/permissions.ts';
import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from '../../forum/rows.ts';
import { typedTitle } from '../../forum/typed-title.ts';
import { readMentioned } from '../../members/mentions.ts';
import type { MemberRow } from '../../members/rows.ts';
import { NotAllowed } from '../../refusals.ts';
import { disputeFindings } from '../../trust/personal-data/dispute-findings.ts';
import type { Deps } from '../deps.ts';
import { draftFor } from '../drafts.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn, type FieldErrors, type Typed } from '../forms.ts';
import type { Html } from '../html.ts';
import { wasSentPrivately } from '../handoff/send-privately.ts';
import { idFrom } from '../ids.ts';
import { multipart } from '../pictures/multipart.ts';
import { typedWithPicture } from '../pictures/take-picture.ts';
import { actorOf } from '../visitor.ts';
import { editPage, type Edited } from './edit-page.ts';
import { editorScripts } from './editor.ts';
import { AnswerEditForm, QuestionEditForm } from './forms.ts';
import { answerPath, questionPath } from './paths.ts';
import { noticeOf, type PersonalNotice } from './personal-notice.ts';
import { readPublishable } from './read-publishable.ts';

/** New versions of questions and answers. */
export function editing(deps: Deps): Router {
  const router = Router();
  const read = multipart();

  for (const { path, find, form } of KINDS) {
    router.get<string, { id: string }>(path, async (req, res) => {
      await draw(deps, req, res, await find(deps, req));
    });

    router.post<string, { id: string }>(`${path}/preview`, async (req, res) => {
      const edited = await find(deps, req);
      await orDrawAgain(deps, req, res, edited, async () => {
        const { body } = readForm(form, req.body);
        await draw(deps, req, res, edited, { preview: await previewOf(deps, edited, body) });
      });
    });

    router.post<string, { id: string }>(`${path}/picture`, ...read, async (req, res) => {
      const edited = await find(deps, req);
      await orDrawAgain(deps, req, res, edited, async () => {
        await draw(deps, req, res, edited, { typed: await typedWithPicture(deps, req) });
      });
    });
  }

  router.post('/q/:id/edit', async (req, res) => {
    const edited = await findEditedQuestion(deps, req);
    await orDrawAgain(deps, req, res, edited, () => saveQuestion(deps, req, res));
  });

  router.post('/a/:id/edit', async (req, res) => {
    const edited = await findEditedAnswer(deps, req);
    await orDrawAgain(deps, req, res, edited, () => saveAnswer(deps, req, res));
  });

  return router;
}

const KINDS = [
  { path: '/q/:id/edit', find: findEditedQuestion, form: QuestionEditForm },
  { path: '/a/:id/edit', find: findEditedAnswer, form: AnswerEditForm },
] as const;

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
  const ref = { question: question.id };
  return {
    kind: 'question',
    action: `/q/${String(question.id)}/edit`,
    crumbs,
    text,
    ref,
    thread: question.id,
  };
}

async function findEditedAnswer({ db }: Deps, req: Request<{ id: string }>): Promise<Edited> {
  const actor = actorOf(req);
  const { answer, question } = await findAnswer(db, idFrom<AnswerId>(req.params.id), actor);
  refuseUnlessTheirs(actor, answer);
  const crumbs = [{ href: answerPath(question, answer.id), label: question.title }];
  const text = { ...answer, title: null };
  const ref = { answer: answer.id };
  return {
    kind: 'answer',
    action: `/a/${String(answer.id)}/edit`,
    crumbs,
    text,
    ref,
    thread: question.id,
  };
}

function refuseUnlessTheirs(actor: MemberRow, post: QuestionRow | AnswerRow): void {
  if (mayEdit(actor, post)) return;
  throw new NotAllowed('Only whoever wrote this, or a moderator, can edit it.');
}

/** What readers would see of what was typed: in that very post they may see more than elsewhere. */
async function previewOf({ db, markdown }: Deps, { ref }: Edited, body: string): Promise<Html> {
  const drawing = await markdown.forPost(db, ref);
  return drawing.render(body, await readMentioned(db, body));
}

type Reason = {
  /** Otherwise what was posted. */
  typed?: Typed;
  preview?: Html;
  errors?: FieldErrors;
  conflict?: EditConflict;
  personal?: PersonalNotice | undefined;
};

/** Without a reason it is the form as it stands; with one it keeps what was typed. */
async function draw(deps: Deps, req: Request, res: Response, edited: Edited, reason?: Reason) {
  const posted = reason && (reason.typed ?? typedIn(req.body));
  const typed = posted ?? draftFor(req, edited.action);
  const page = editPage(edited, { ...reason, viewer: req.visitor, ...(typed && { typed }) });
  const status = reason?.conflict ? 409 : reason?.errors ? 422 : 200;
  await deps.render.page(req, res, 'forum/edit', page, {
    ...{ status, noindex: true, scripts: editorScripts(req.visitor) },
  });
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
