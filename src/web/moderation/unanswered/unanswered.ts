import { Router } from 'express';

import { findQuestion } from '../../../forum/find-posts.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import { readPairMember } from '../../../forum/threads/read-pair.ts';
import { findItem } from '../../../moderation/queue/read-queue.ts';
import { readUnansweredCase } from '../../../moderation/unanswered/read-unanswered.ts';
import type { Deps } from '../../deps.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { unansweredPage } from './unanswered-page.ts';
import { unansweredTerms } from './unanswered-terms.ts';

/** One unanswered question, which our team answers, merges or takes private; and the terms. */
export function unanswered(deps: Deps): Router {
  const { db, now, render, similar } = deps;
  const router = Router();
  router.use('/staff/unanswered', staffOnly('moderator'));
  router.use(unansweredTerms(deps));

  router.get('/staff/unanswered/:id', async (req, res) => {
    const viewer = actorOf(req);
    const id = idFrom<QuestionId>(req.params.id);
    const question = await findQuestion(db, id, viewer);
    const [about, matches, waiting, item] = await Promise.all([
      readPairMember(db, id),
      similar.toQuestion(id),
      readUnansweredCase(db, id),
      findItem(db, { kind: 'unanswered', subject_id: id }, now()),
    ]);
    const page = unansweredPage({ ...waiting, question, about, matches, item, viewer });
    await render.page(req, res, 'moderation/unanswered/unanswered', page, {
      ...{ nav: 'staff', here: 'unanswered', noindex: true },
    });
  });

  return router;
}
