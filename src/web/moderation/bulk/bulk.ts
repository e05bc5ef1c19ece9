import { Router, type Request, type Response } from 'express';

import { actOnBatch } from '../../../moderation/bulk/act-on-batch.ts';
import { BULK_MOST } from '../../../moderation/bulk/acts.ts';
import { readBatch } from '../../../moderation/bulk/read-batch.ts';
import { readTargets } from '../../../moderation/bulk/read-targets.ts';
import { undoBatch } from '../../../moderation/bulk/undo-batch.ts';
import type { Subject } from '../../../moderation/queue/items.ts';
import { readQueue } from '../../../moderation/queue/read-queue.ts';
import type { BulkActionId } from '../../../moderation/rows.ts';
import { findRewards } from '../../../rewards/rewards.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { type FieldErrors, orRedraw, queryText, type Typed, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { kindOf } from '../queue/round.ts';
import { actFrom, itemsFrom, readBulk } from './bulk-forms.ts';
import { batchPage, previewPage } from './bulk-page.ts';

/** Decisions on several items of the queue at once: what would happen, what has, and the way back. */
export function bulk(deps: Deps): Router {
  const router = Router();
  router.use('/staff/bulk', staffOnly('moderator'));

  router.get('/staff/bulk', async (req, res) => {
    const chosen = queryText(req, 'all') === undefined ? itemsFrom(req.query['item[]']) : undefined;
    const subjects = chosen ?? (await firstOf(deps, req));
    await preview(deps, req, res, { subjects, act: queryText(req, 'act') ?? 'pass' });
  });

  router.post('/staff/bulk', async (req, res) => {
    const typed = typedIn(req.body);
    const act = async () => {
      const { bulk, chosen } = readBulk(req.body);
      const id = await actOnBatch(deps, actorOf(req), { bulk, chosen });
      flash(res, 'bulk-done');
      res.redirect(303, `/staff/bulk/${String(id)}`);
    };
    await orRedraw(act, (errors) => {
      const subjects = itemsFrom(typed.items?.split(' '));
      return preview(deps, req, res, { subjects, act: typed.act, again: { errors, typed } });
    });
  });

  router.get('/staff/bulk/:id', async (req, res) => {
    const batch = await readBatch(deps.db, idFrom<BulkActionId>(req.params.id));
    const page = batchPage(batch, { viewer: actorOf(req), at: deps.now(), formats: deps.formats });
    await deps.render.page(req, res, 'moderation/bulk/bulk', page, SHELL);
  });

  router.post('/staff/bulk/:id/undo', async (req, res) => {
    const id = idFrom<BulkActionId>(req.params.id);
    await undoBatch(deps, actorOf(req), id);
    flash(res, 'bulk-undone');
    res.redirect(303, `/staff/bulk/${String(id)}`);
  });

  return router;
}

const SHELL = { nav: 'staff', here: 'audits', noindex: true } as const;

const firstOf = (deps: Deps, req: Request): Promise<readonly Subject[]> =>
  readQueue(deps.db, actorOf(req), { at: deps.now(), kind: kindOf(req), limit: BULK_MOST });

type Asked = {
  subjects: readonly Subject[];
  act: string | undefined;
  again?: { errors: FieldErrors; typed: Typed };
};

async function preview(deps: Deps, req: Request, res: Response, { subjects, act, again }: Asked) {
  const [viewer, at, code] = [actorOf(req), deps.now(), actFrom(act)];
  const targets = await readTargets(deps.db, viewer, { subjects, at });
  const ids = targets.flatMap(({ acceptance_id: id }) => (id === null ? [] : [id]));
  const rewards = new Map(
    (await findRewards(deps.db, ids)).map((reward) => [reward.acceptance_id as number, reward]),
  );
  const { formats } = deps;
  const page = previewPage(targets, {
    ...{ code, kind: kindOf(req), viewer, at, formats, rewards, again },
  });
  const status = again ? 422 : 200;
  await deps.render.page(req, res, 'moderation/bulk/bulk', page, { ...SHELL, status });
}
