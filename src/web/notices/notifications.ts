import { Router } from 'express';

import { markAllRead, markRead } from '../../notices/mark-read.ts';
import { listNotices } from '../../notices/read-notices.ts';
import type { NoticeId } from '../../notices/rows.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { queryText } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { notificationsPage } from './notifications-page.ts';

/** What a member was told, the latest first. */
export function notifications({ db, now, perform, render }: Deps): Router {
  const router = Router();

  router.get('/notifications', async (req, res) => {
    const after = queryText(req, 'after');
    const notices = await listNotices(db, actorOf(req).id, { at: now(), after });
    await render.page(req, res, 'notices/notifications', notificationsPage(notices, after), {
      ...{ here: 'you', noindex: true },
    });
  });

  router.post('/notifications/read', async (req, res) => {
    await perform(actorOf(req), markAllRead);
    flash(res, 'all-read');
    res.redirect(303, '/notifications');
  });

  router.post('/notifications/:id/read', async (req, res) => {
    const actor = actorOf(req);
    const id = idFrom<NoticeId>(req.params.id);
    await perform(actor, (work) => markRead(work, id));
    res.redirect(303, '/notifications');
  });

  return router;
}
