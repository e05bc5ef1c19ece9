import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { findQuestion } from '../../../forum/find-posts.ts';
import { readTopics } from '../../../forum/read-topics.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import { LOCK_REASON_MOST } from '../../../forum/threads/lock-question.ts';
import { readPins } from '../../../forum/threads/pin-question.ts';
import { readPairMember } from '../../../forum/threads/read-pair.ts';
import {
  lockThread,
  moveThread,
  pinThread,
  unpinThread,
} from '../../../moderation/threads/keep-thread.ts';
import type { Work } from '../../../work.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import type { FlashKey } from '../../flash-texts.ts';
import {
  block,
  oneOf,
  orRedraw,
  readForm,
  typedIn,
  wholeNumber,
  type FieldErrors,
} from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { keepPage, type KeepAct } from './keep-page.ts';

/** Moving, locking and pinning a thread, on one page. */
export function keeping(deps: Deps): Router {
  const router = Router();
  const acts = Object.keys(ACTS) as KeepAct[];
  router.use(['/q/:id/thread', ...acts.map((act) => `/q/:id/${act}`)], staffOnly('moderator'));
  router.get('/q/:id/thread', (req, res) => draw(deps, req, res));
  for (const act of acts) {
    router.post(`/q/:id/${act}`, async (req, res) => {
      const id = idFrom<QuestionId>(req.params['id']);
      const attempt = async () => {
        const { command, said } = ACTS[act](id, req.body);
        await deps.perform(actorOf(req), command);
        flash(res, said);
        res.redirect(303, questionPath(await findQuestion(deps.db, id, actorOf(req))));
      };
      await orRedraw(attempt, (errors) => draw(deps, req, res, { act, errors }));
    });
  }
  return router;
}

type Deed = { command: (work: Work) => Promise<void>; said: FlashKey };

const ACTS: Record<KeepAct, (question: QuestionId, body: unknown) => Deed> = {
  move: (question, body) => {
    const moved = { question, ...readForm(MoveForm, body) };
    return { command: (work) => moveThread(work, moved), said: 'question-moved' };
  },
  lock: (question, body) => {
    const { on, reason } = readForm(LockForm, body);
    const locked = { question, on: on === '1', reason };
    const said = locked.on ? 'thread-locked' : 'thread-unlocked';
    return { command: (work) => lockThread(work, locked), said };
  },
  pin: (question, body) => {
    const pinned = { question, ...readForm(PinForm, body) };
    return { command: (work) => pinThread(work, pinned), said: 'question-pinned' };
  },
  unpin: (question, body) => {
    const pinned = { question, ...readForm(UnpinForm, body) };
    return { command: (work) => unpinThread(work, pinned), said: 'question-unpinned' };
  },
};

async function draw(
  { db, render, now }: Deps,
  req: Request,
  res: Response,
  refused?: { act: KeepAct; errors: FieldErrors },
): Promise<void> {
  const id = idFrom<QuestionId>(req.params['id']);
  const [member, question, topics, pins] = await Promise.all([
    readPairMember(db, id),
    findQuestion(db, id, actorOf(req)),
    readTopics(db),
    readPins(db, id, now()),
  ]);
  const page = keepPage(member, {
    ...{ question, topics, pins, typed: typedIn(req.body) },
    ...{ refused: refused?.act, errors: refused?.errors },
  });
  const status = refused ? 422 : 200;
  await render.page(req, res, 'moderation/threads/keep', page, { status, noindex: true });
}

const reason = block({ missing: 'Say why.', max: 1_000, what: 'The reason' });
const place = oneOf(['topic', 'home'], 'Choose a list.');

const MoveForm = z.object({ topic: z.string('Choose a topic.').min(1, 'Choose a topic.'), reason });

const LockForm = z.object({
  on: oneOf(['0', '1'], 'This form is out of step. Reload the page and try again.'),
  reason: block({ missing: 'Say why.', max: LOCK_REASON_MOST, what: 'The reason' }),
});

const PinForm = z.object({ place, days: wholeNumber('Say for how many days.'), reason });

const UnpinForm = z.object({ place, reason });
