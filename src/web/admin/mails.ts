import { Router } from 'express';

import { listRefused, readOutbox } from '../../notices/read-refused.ts';
import { retryMail } from '../../notices/retry-mail.ts';
import type { MailId } from '../../notices/rows.ts';
import { countReplies } from '../../replies/count-replies.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { queryText } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { mailsPage } from './mails-page.ts';

/** Mails that no server takes, for admins to mend the address or the server. */
export function adminMails({ db, now, perform, render, formats }: Deps): Router {
  const router = Router();

  router.get('/admin/mails', async (req, res) => {
    const after = queryText(req, 'after');
    const [refused, outbox, replies] = await Promise.all([
      listRefused(db, { after }),
      readOutbox(db, now()),
      countReplies(db, now()),
    ]);
    const page = mailsPage(refused, { outbox, replies, after, formats });
    await render.page(req, res, 'admin/mails', page, {
      ...{ nav: 'admin', here: 'mails', noindex: true },
    });
  });

  router.post('/admin/mails/:id/retry', async (req, res) => {
    const id = idFrom<MailId>(req.params.id);
    await perform(actorOf(req), (work) => retryMail(work, id));
    flash(res, 'mail-retried');
    res.redirect(303, '/admin/mails');
  });

  return router;
}
