import { Router } from 'express';

import { listPairs } from '../../../forum/duplicates/read-pairs.ts';
import type { LikelyDuplicateId } from '../../../forum/rows.ts';
import { offerPairAgain, setPairApart } from '../../../moderation/threads/weigh-pair.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { queryText, readForm } from '../../forms.ts';
import { SwitchForm } from '../../forum/forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { DUPLICATES, duplicatesPage, duplicatesPath } from './duplicates-page.ts';

/** Questions that likely ask the same, for whoever may merge them. */
export function duplicates({ db, render, perform }: Deps): Router {
  const router = Router();
  router.use(DUPLICATES, staffOnly('moderator'));

  router.get(DUPLICATES, async (req, res) => {
    const apart = queryText(req, 'show') === 'apart';
    const after = queryText(req, 'after');
    const page = duplicatesPage(await listPairs(db, { apart, after }), { apart, after });
    await render.page(req, res, 'moderation/threads/duplicates', page, {
      ...{ nav: 'staff', here: 'duplicates', noindex: true },
    });
  });

  router.post(`${DUPLICATES}/:id/apart`, async (req, res) => {
    const id = idFrom<LikelyDuplicateId>(req.params['id']);
    const { on } = readForm(SwitchForm, req.body);
    const weigh = on ? setPairApart : offerPairAgain;
    await perform(actorOf(req), (work) => weigh(work, id));
    flash(res, on ? 'pair-set-apart' : 'pair-offered-again');
    res.redirect(303, duplicatesPath({ apart: !on }));
  });

  return router;
}
