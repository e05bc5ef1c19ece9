import { Router } from 'express';

import { findLink } from '../../members/mail-links.ts';
import { requestVerification, verifyEmail } from '../../members/verify-email.ts';
import { writeMail } from '../../notices/write-mail.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { form } from '../form-page.ts';
import { actorOf } from '../visitor.ts';
import { verificationMail } from './account-mails.ts';
import type { AccountPage } from './account-page.ts';
import { drawEndedLink } from './ended-link.ts';

/** Confirming an address. Mail scanners open links, so opening one changes nothing. */
export function verification(deps: Deps): Router {
  const router = Router();
  const { db, perform, now } = deps;

  router.get('/verify/:token', async (req, res) => {
    const { token } = req.params;
    if (!(await findLink(db, token, 'verify-email', now()))) {
      return drawEndedLink(deps, req, res, 'verify-email');
    }
    const options = { search: false, noindex: true };
    await deps.render.page(req, res, 'members/account', verifyPage(token), options);
  });

  router.post('/verify/:token', async (req, res) => {
    const { token } = req.params;
    if (!(await findLink(db, token, 'verify-email', now()))) {
      return drawEndedLink(deps, req, res, 'verify-email');
    }
    await perform(req.visitor ?? 'visitor', (work) => verifyEmail(work, token));
    flash(res, 'verified');
    res.redirect(303, req.visitor ? '/' : '/sign-in');
  });

  router.post('/settings/verification', async (req, res) => {
    await deps.limits.count('reset', `verify ${String(actorOf(req).id)}`);
    await perform(actorOf(req), async (work) => {
      const again = await requestVerification(work);
      if (again) await writeMail(work, verificationMail(work, again.member, again.token));
    });
    flash(res, 'verification-sent');
    res.redirect(303, '/settings');
  });

  return router;
}

const verifyPage = (token: string): AccountPage => ({
  title: 'Confirm your email address',
  lead: 'Press the button, and we know that your mail reaches you.',
  form: form({ action: `/verify/${token}`, submit: 'Confirm my address', fields: [] }),
});
