import { Router } from 'express';

import { readOff, turnOff, wordsOf } from '../../notices/turn-off.ts';
import type { Deps } from '../deps.ts';
import type { AccountPage } from '../members/account-page.ts';

/**
 * The off switch of a mail, for people and for mail programs (RFC 8058). It reads no cookie and
 * carries its own token, so it stands before what refuses forms of other sites; it answers 200,
 * because mail programs follow no redirect.
 */
export function oneClick({ perform, render }: Deps): Router {
  const router = Router();

  router.post('/n/off/:token', async (req, res) => {
    const off = await perform('visitor', (work) => turnOff(work, req.params.token));
    const page: AccountPage = {
      title: 'Done',
      lead: `You get no more emails about ${wordsOf(off)}.`,
      actions: [{ href: '/settings/notifications', label: 'Choose what we send' }],
    };
    render.plainPage(req, res, 'members/account', page, { noindex: true });
  });

  return router;
}

/** The page of the off switch: looking at it, as mail scanners do, changes nothing. */
export function offPages({ db, render }: Deps): Router {
  const router = Router();

  router.get('/n/off/:token', async (req, res) => {
    const { token } = req.params;
    const words = wordsOf(await readOff(db, token));
    const page: OffPage = {
      ...{ title: 'Stop these emails?', action: `/n/off/${token}` },
      lead: `You’ll get no more emails about ${words}. On the site you’re told as before.`,
    };
    await render.page(req, res, 'notices/off', page, { noindex: true });
  });

  return router;
}

/** Whether to stop mails of a sort. */
export type OffPage = { title: string; lead: string; action: string };
