import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { findQuestion } from '../../../forum/find-posts.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import { findMerge } from '../../../forum/threads/find-merge.ts';
import { readPairMember } from '../../../forum/threads/read-pair.ts';
import { mergeThreads, unmergeThreads } from '../../../moderation/threads/merge-threads.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  block,
  orRedraw,
  queryText,
  readForm,
  requiredId,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { choosePage, previewPage, undoPage } from './merge-page.ts';
import { questionIn } from './question-in.ts';

/** Making one question of two, and two of one again: what follows is said first. */
export function merging(deps: Deps): Router {
  const router = Router();
  router.use('/q/:id/merge', staffOnly('moderator'));
  router.get('/q/:id/merge', (req, res) => draw(deps, req, res));

  router.post('/q/:id/merge', async (req, res) => {
    const source = idFrom<QuestionId>(req.params.id);
    const merge = async () => {
      const { into: target, reason } = readForm(MergeForm, req.body);
      await deps.perform(actorOf(req), (work) => mergeThreads(work, { source, target, reason }));
      flash(res, 'merged');
      res.redirect(303, questionPath(await findQuestion(deps.db, target, actorOf(req))));
    };
    await orRedraw(merge, (errors) => draw(deps, req, res, errors));
  });

  router.post('/q/:id/merge/undo', async (req, res) => {
    const source = idFrom<QuestionId>(req.params.id);
    const undo = async () => {
      const { reason } = readForm(UndoForm, req.body);
      await deps.perform(actorOf(req), (work) => unmergeThreads(work, { source, reason }));
      flash(res, 'unmerged');
      res.redirect(303, questionPath(await findQuestion(deps.db, source, actorOf(req))));
    };
    await orRedraw(undo, (errors) => draw(deps, req, res, errors));
  });

  return router;
}

async function draw(
  deps: Deps,
  req: Request<{ id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const typed = typedIn(req.body);
  const into = typed['into'] ?? queryText(req, 'into');
  const page = await pageFor(deps, idFrom(req.params.id), { into, errors, typed });
  await deps.render.page(req, res, 'moderation/threads/merge', page, {
    ...{ nav: 'staff', here: 'duplicates', noindex: true, status: errors ? 422 : 200 },
  });
}

type Asked = {
  into: string | undefined;
  errors: FieldErrors | undefined;
  typed: Record<string, string>;
};

async function pageFor({ db, similar }: Deps, id: QuestionId, { into, errors, typed }: Asked) {
  const source = await readPairMember(db, id);
  // What was split off and put back leads on as well, but was never merged.
  if (source.merged_into !== null && (await findMerge(db, id))) {
    return undoPage(source, await readPairMember(db, source.merged_into), { errors, typed });
  }
  const target = into === undefined ? undefined : questionIn(into);
  if (target !== undefined && target !== id) {
    return previewPage(source, await readPairMember(db, target), { errors, typed });
  }
  const error = into === undefined ? errors?.['into'] : 'That is no address of another question.';
  return choosePage(source, await similar.toQuestion(id), { typed: into, error });
}

const MergeForm = z.object({
  into: requiredId<QuestionId>('Choose the question that it goes into.'),
  reason: block({ missing: 'Say why they are one.', max: 1_000, what: 'The reason' }),
});

const UndoForm = z.object({
  reason: block({ missing: 'Say why they are two.', max: 1_000, what: 'The reason' }),
});
