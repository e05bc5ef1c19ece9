import { Router } from 'express';

import type { MailId, MailRow } from '../notices/rows.ts';
import { found } from '../refusals.ts';
import type { Deps } from './deps.ts';
import { idFrom } from './ids.ts';

/** The latest of the outbox. */
export type DevMailsPage = { title: string; mails: readonly MailRow[] };

/** One mail as it goes out; what is an address by itself on its line is a link. */
export type DevMailPage = {
  title: string;
  mail: MailRow;
  lines: readonly { text: string; href: string | undefined }[];
};

/** The outbox, for those who try the site on their own machine. In production it is not there. */
export function devMail({ db, config, render }: Deps): Router {
  const router = Router();
  if (config.NODE_ENV === 'production') return router;

  router.get('/dev/mail', async (req, res) => {
    const mails = await db('mails').orderBy('id', 'desc').limit(100);
    const page = { title: 'Mails of this site', mails };
    await render.page(req, res, 'site/dev-mails', page, { noindex: true });
  });

  router.get('/dev/mail/:id', async (req, res) => {
    const mail = await db('mails')
      .where({ id: idFrom<MailId>(req.params.id) })
      .first();
    await render.page(req, res, 'site/dev-mail', devMailPage(found(mail, 'mail')), {
      noindex: true,
    });
  });

  router.get('/dev/mail/:id/html', async (req, res) => {
    const mail = await db('mails')
      .where({ id: idFrom<MailId>(req.params.id) })
      .first();
    res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    res.type('html').send(found(mail, 'mail').html_body);
  });

  return router;
}

const devMailPage = (mail: MailRow): DevMailPage => ({
  title: `Mail: ${mail.subject}`,
  mail,
  lines: mail.text_body.split('\n').map((text) => ({
    text,
    href: /^https?:\/\/\S+$/.test(text) ? text : undefined,
  })),
});
