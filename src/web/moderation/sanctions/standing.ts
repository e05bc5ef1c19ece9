import { Router } from 'express';

import { acknowledgeWarning } from '../../../moderation/sanctions/acknowledge-warning.ts';
import { readSanctions } from '../../../moderation/sanctions/sanction.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { actorOf } from '../../visitor.ts';
import { standingPage } from './standing-page.ts';

/** What a member is told about themselves: sanctions in force and past, each with its reason. */
export function standing({ db, now, operator, formats, perform, render }: Deps): Router {
  const router = Router();

  router.get('/me/standing', async (req, res) => {
    const member = actorOf(req);
    const sanctions = await readSanctions(db, member.id);
    const around = { at: now(), timeZone: operator.timeZone, formats };
    const page = standingPage(member, sanctions, around);
    const options = { here: 'you', noindex: true } as const;
    await render.page(req, res, 'moderation/sanctions/standing', page, options);
  });

  router.post('/me/standing/acknowledgement', async (req, res) => {
    await perform(actorOf(req), acknowledgeWarning);
    flash(res, 'warning-read');
    res.redirect(303, '/me/standing');
  });

  return router;
}
