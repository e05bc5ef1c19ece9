import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { findQuestion } from '../../../forum/find-posts.ts';
import { readThread } from '../../../forum/read-thread.ts';
import { readTopics } from '../../../forum/read-topics.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import { pickPosts, type Picks } from '../../../forum/threads/pick-posts.ts';
import { readSplits } from '../../../forum/threads/read-splits.ts';
import { splitThread, unsplitThread } from '../../../moderation/threads/split-threads.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, orRedraw, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { askForm } from '../../forum/forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { pickPage, previewPage, undoSplitPage, type SplitPage } from './split-page.ts';
import { picksFrom } from './split-picks.ts';

/** Making a question of its own of part of a thread, and putting it back. */
export function splitting(deps: Deps): Router {
  const { db } = deps;
  const router = Router();
  router.use('/q/:id/split', staffOnly('moderator'));
  router.get('/q/:id/split', (req, res) => draw(deps, req, res));

  router.post('/q/:id/split', async (req, res) => {
    const question = idFrom<QuestionId>(req.params.id);
    const split = async () => {
      const { reason, ...asked } = readForm(splitForm(await readTopics(db)), req.body);
      const splitting = { question, picks: picksTyped(req), asked, reason };
      const made = await deps.perform(actorOf(req), (work) =>
        splitThread(work, deps.markdown, splitting),
      );
      flash(res, 'split');
      res.redirect(303, questionPath(made));
    };
    await orRedraw(split, (errors) => draw(deps, req, res, errors));
  });

  router.get('/q/:id/split/undo', (req, res) => drawUndo(deps, req, res));

  router.post('/q/:id/split/undo', async (req, res) => {
    const question = idFrom<QuestionId>(req.params.id);
    const undo = async () => {
      const { reason } = readForm(ReasonForm, req.body);
      const first = await deps.perform(actorOf(req), (work) =>
        unsplitThread(work, { question, reason }),
      );
      flash(res, 'unsplit');
      res.redirect(303, questionPath(first));
    };
    await orRedraw(undo, (errors) => drawUndo(deps, req, res, errors));
  });

  return router;
}

type Asking = Request<{ id: string }>;

async function draw(deps: Deps, req: Asking, res: Response, errors?: FieldErrors): Promise<void> {
  const id = idFrom<QuestionId>(req.params.id);
  const picks = errors ? picksTyped(req) : picksFrom(req.query['post[]']);
  const none = picks.answers.length + picks.comments.length === 0;
  const page =
    none || errors?.['posts'] !== undefined
      ? await picking(deps, req, id, errors?.['posts'])
      : await previewing(deps, req, { id, picks, errors });
  await render(deps, req, res, page, errors);
}

async function picking({ db }: Deps, req: Asking, id: QuestionId, error: string | undefined) {
  const viewer = actorOf(req);
  const asked = req.query['pick'] !== undefined;
  const thread = await readThread(db, id, { viewer, sort: 'best' });
  return pickPage(thread, viewer, error ?? (asked ? NOTHING : undefined));
}

type Ticked = { id: QuestionId; picks: Picks; errors: FieldErrors | undefined };

async function previewing({ db }: Deps, req: Asking, { id, picks, errors }: Ticked) {
  const question = await findQuestion(db, id, actorOf(req));
  const [picked, topics] = await Promise.all([pickPosts(db, question, picks), readTopics(db)]);
  const topic = found(
    topics.find((one) => one.id === question.topic_id),
    'topic',
  ).slug;
  return previewPage(question, picked, { topics, topic, errors, typed: typedIn(req.body) });
}

async function drawUndo(deps: Deps, req: Asking, res: Response, errors?: FieldErrors) {
  const { db } = deps;
  const question = await findQuestion(db, idFrom<QuestionId>(req.params.id), actorOf(req));
  const { from } = await readSplits(db, question.id);
  const first = await findQuestion(db, found(from, 'split').id, actorOf(req));
  const page = undoSplitPage(question, first, { errors, typed: typedIn(req.body) });
  await render(deps, req, res, page, errors);
}

const render = (
  deps: Deps,
  req: Request,
  res: Response,
  page: SplitPage,
  errors: FieldErrors | undefined,
) =>
  deps.render.page(req, res, 'moderation/threads/split', page, {
    ...{ noindex: true, status: errors ? 422 : 200 },
  });

const NOTHING = 'Tick what belongs to another question.';

const picksTyped = (req: Request) => picksFrom((typedIn(req.body)['posts'] ?? '').split(' '));

const reason = block({ missing: 'Say why.', max: 1_000, what: 'The reason' });

const ReasonForm = z.object({ reason });

const splitForm = (topics: readonly { slug: string }[]) => askForm(topics).extend({ reason });
