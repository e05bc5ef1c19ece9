import { Router } from 'express';

import type { QuestionId } from '../../../forum/rows.ts';
import type { Deps } from '../../deps.ts';
import { idFrom } from '../../ids.ts';
import { addressOf } from '../../limits.ts';

/**
 * How far a question is, as server-sent events, the same for everybody: no session is read here.
 * Whoever does not ask for a stream is told once.
 */
export function live({ streams }: Pick<Deps, 'streams'>): Router {
  const router = Router();

  router.get('/q/:id/live', async (req, res) => {
    const id = idFrom<QuestionId>(req.params.id);
    const wantsStream = req.get('accept')?.includes('text/event-stream') ?? false;
    if (wantsStream && req.method === 'GET') await streams.open(res, id, addressOf(req));
    else await streams.once(res, id);
  });

  return router;
}
