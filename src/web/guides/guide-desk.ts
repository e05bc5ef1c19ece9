import { Router, type Request, type Response } from 'express';

import { findLiveAcceptance } from '../../forum/acceptances.ts';
import { findAnswer } from '../../forum/find-posts.ts';
import { readTopics } from '../../forum/read-topics.ts';
import type { AnswerId } from '../../forum/rows.ts';
import { changeGuideState } from '../../guides/change-state.ts';
import { checkGuide } from '../../guides/check-guide.ts';
import { editGuide } from '../../guides/edit-guide.ts';
import { canBeGuide } from '../../guides/permissions.ts';
import { findGuideById, listGuidesForStaff } from '../../guides/read-guides.ts';
import type { GuideId } from '../../guides/rows.ts';
import { writeGuide } from '../../guides/write-guide.ts';
import { Conflict } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, queryText, readForm, typedIn, type FieldErrors } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf, staffOnly } from '../visitor.ts';
import { guideDeskList, keepGuidePage, newGuidePage } from './guide-desk-page.ts';
import { answerIn, chooseAnswerPage } from './choose-answer-page.ts';
import { CheckForm, GuideForm, LONGEST_TITLE, NewGuideForm, StateForm } from './guide-forms.ts';
import { guideDeskPath, NEW_GUIDE } from './guide-paths.ts';

/** Where moderators make guides of answers, and look after them. */
export function guideDesk(deps: Deps): Router {
  const { db, now, perform, render, markdown } = deps;
  const router = Router();
  router.use('/staff/guides', staffOnly('moderator'));

  router.get('/staff/guides', async (req, res) => {
    const page = guideDeskList(await listGuidesForStaff(db), now());
    await render.page(req, res, 'guides/desk', page, SHELL);
  });

  router.get(NEW_GUIDE, async (req, res) => {
    const answer = queryText(req, 'answer');
    const title = queryText(req, 'title')?.trim();
    const id = answer === undefined ? undefined : answerIn(answer);
    if (id !== undefined) await drawNew(deps, req, res, String(id));
    else if (title) await drawChoice(deps, req, res, { title, answer });
    else res.redirect(303, '/staff/guides');
  });

  router.post('/staff/guides', async (req, res) => {
    const write = async () => {
      const { answer, topic, ...words } = readForm(NewGuideForm, req.body);
      const written = { ...words, answerId: answer, topicId: topic };
      const guide = await perform(actorOf(req), (work) => writeGuide(work, markdown, written));
      flash(res, 'guide-saved');
      res.redirect(303, guideDeskPath(guide));
    };
    const { answer } = typedIn(req.body);
    await orRedraw(write, (errors) => drawNew(deps, req, res, answer, errors));
  });

  router.use(keptGuide(deps));
  return router;
}

/** One guide, and what becomes of it. */
function keptGuide(deps: Deps): Router {
  const { perform, markdown } = deps;
  const router = Router();

  router.get('/staff/guides/:id', (req, res) => drawKept(deps, req, res));

  router.post('/staff/guides/:id', async (req, res) => {
    const id = idFrom<GuideId>(req.params.id);
    const save = async () => {
      const { topic, ...words } = readForm(GuideForm, req.body);
      const edit = { ...words, topicId: topic };
      await perform(actorOf(req), (work) => editGuide(work, markdown, id, edit));
      flash(res, 'guide-saved');
      res.redirect(303, guideDeskPath({ id }));
    };
    await orRedraw(save, (errors) => drawKept(deps, req, res, errors));
  });

  router.post('/staff/guides/:id/check', async (req, res) => {
    const id = idFrom<GuideId>(req.params.id);
    const { months } = readForm(CheckForm, req.body);
    await perform(actorOf(req), (work) => checkGuide(work, id, months));
    flash(res, 'guide-checked');
    res.redirect(303, guideDeskPath({ id }));
  });

  router.post('/staff/guides/:id/state', async (req, res) => {
    const id = idFrom<GuideId>(req.params.id);
    const { to } = readForm(StateForm, req.body);
    await perform(actorOf(req), (work) => changeGuideState(work, id, to));
    flash(res, DONE[to]);
    res.redirect(303, guideDeskPath({ id }));
  });

  return router;
}

const SHELL = { nav: 'staff', here: 'staff-guides', noindex: true } as const;

const DONE = {
  draft: 'guide-draft',
  published: 'guide-published',
  archived: 'guide-archived',
} as const;

/** It has a title already, such as what people searched for, and is made of an answer all the same. */
async function drawChoice(
  { similar, render }: Deps,
  req: Request,
  res: Response,
  asked: { title: string; answer: string | undefined },
): Promise<void> {
  const title = asked.title.slice(0, LONGEST_TITLE);
  const page = chooseAnswerPage({ ...asked, title }, (await similar.toText(title)).matches);
  await render.page(req, res, 'guides/choose', page, SHELL);
}

async function drawNew(
  { db, now, render, markdown }: Deps,
  req: Request,
  res: Response,
  text: string | undefined,
  errors?: FieldErrors,
): Promise<void> {
  const id = idFrom<AnswerId>(text);
  const { answer, question } = await findAnswer(db, id, actorOf(req));
  if (!canBeGuide(question, answer, await findLiveAcceptance(db, question.id))) {
    throw new Conflict('A guide is made of an answer that was accepted or is our own.');
  }
  // Only what readers see of the answer goes on into the guide.
  const body = (await markdown.forPost(db, { answer: id })).plain(answer.body);
  const title = queryText(req, 'title')?.trim() || question.title;
  const from = { answer: id, title, body, topic: question.topic_id };
  const [topics, typed] = [await readTopics(db), typedIn(req.body)];
  const page = newGuidePage(from, { topics, now: now(), ...(errors && { errors, typed }) });
  await render.page(req, res, 'guides/keep', page, { ...SHELL, status: errors ? 422 : 200 });
}

async function drawKept(
  { db, now, render }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const [read, topics] = await Promise.all([
    findGuideById(db, idFrom<GuideId>(req.params['id'])),
    readTopics(db),
  ]);
  const typed = typedIn(req.body);
  const page = keepGuidePage(read, { topics, now: now(), ...(errors && { errors, typed }) });
  await render.page(req, res, 'guides/keep', page, { ...SHELL, status: errors ? 422 : 200 });
}
