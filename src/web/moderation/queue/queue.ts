import { Router, type Request, type Response } from 'express';

import { listUndoable } from '../../../moderation/bulk/read-batch.ts';
import { claimItem } from '../../../moderation/queue/claim-item.ts';
import {
  countQueue,
  readAssigned,
  readQueue,
  readTaken,
} from '../../../moderation/queue/read-queue.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { queryText } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { readWorkOf } from '../audits/desk.ts';
import { kindFrom } from './kinds.ts';
import { cursorFrom } from './queue-cursor.ts';
import { itemHref } from './queue-line.ts';
import { PAGE, queuePage } from './queue-page.ts';
import { kindOf } from './round.ts';

/** The one queue of whatever waits for a person, and keeping an item of it for oneself. */
export function queue(deps: Deps): Router {
  const router = Router();
  router.use(['/staff/audits', '/staff/queue'], staffOnly('moderator'));

  router.get('/staff/audits', (req, res) => draw(deps, req, res));

  router.post('/staff/queue/:kind/:id/claim', async (req, res) => {
    const kind = found(kindFrom(req.params.kind), 'item');
    const subject = { kind, subject_id: idFrom<never>(req.params.id) };
    await deps.perform(actorOf(req), (work) => claimItem(work, subject));
    flash(res, 'claimed');
    res.redirect(303, itemHref(subject, kindOf(req)));
  });

  return router;
}

async function draw(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, now, formats } = deps;
  const [moderator, kind] = [actorOf(req), kindOf(req)];
  const cursor = cursorFrom(queryText(req, 'after'));
  const at = cursor?.at ?? now();
  const [items, asked, taken, waiting, batches, work] = await Promise.all([
    readQueue(db, moderator, { at, kind, limit: PAGE + 1, after: cursor?.place }),
    readAssigned(db, moderator, now()),
    readTaken(db, moderator, now()),
    countQueue(db, moderator, now(), kind),
    listUndoable(db, moderator, now()),
    readWorkOf(deps, moderator),
  ]);
  const page = queuePage({
    ...{ items, asked, taken, waiting, batches, cursor, kind, at: now(), formats, ...work },
  });
  await deps.render.page(req, res, 'moderation/queue/queue', page, {
    ...{ nav: 'staff', here: 'audits', noindex: true, scripts: ['queue.js'] },
  });
}
