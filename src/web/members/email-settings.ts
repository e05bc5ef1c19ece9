import { type Request, Router } from 'express';

import { changeEmail, requestEmailChange } from '../../members/change-email.ts';
import { cleanEmail } from '../../members/emails.ts';
import { findLink } from '../../members/mail-links.ts';
import type { MemberRow } from '../../members/rows.ts';
import { writeMail } from '../../notices/write-mail.ts';
import { collectErrors } from '../collect-errors.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { changeEmailForm } from './account-forms.ts';
import { emailChangedMail, newEmailMail } from './account-mails.ts';
import { confirmPassword } from './confirm-password.ts';
import { confirmEmailPage, emailPage } from './email-pages.ts';
import { drawEndedLink } from './ended-link.ts';

/** Changing one's address, which takes the password here and a link sent there. */
export function emailSettings(deps: Deps): Router {
  const router = Router();
  const { render, perform, db, now } = deps;

  router.get('/settings/email', async (req, res) => {
    const page = emailPage(actorOf(req));
    await render.page(req, res, 'members/account', page, { noindex: true });
  });

  router.post('/settings/email', async (req, res) => {
    const member = actorOf(req);
    const attempt = async () => {
      await askForChange(deps, req, member);
      flash(res, 'email-link-sent');
      res.redirect(303, '/settings/email');
    };
    await orRedraw(attempt, async (errors) => {
      const page = emailPage(member, errors, typedIn(req.body));
      await render.page(req, res, 'members/account', page, { status: 422 });
    });
  });

  router.get('/settings/email/:token', async (req, res) => {
    const link = await findLink(db, req.params.token, 'change-email', now());
    if (!link) return drawEndedLink(deps, req, res, 'change-email');
    const page = confirmEmailPage(req.params.token, link.new_email ?? '');
    await render.page(req, res, 'members/account', page, { search: false, noindex: true });
  });

  router.post('/settings/email/:token', async (req, res) => {
    const link = await findLink(db, req.params.token, 'change-email', now());
    if (!link) return drawEndedLink(deps, req, res, 'change-email');
    await perform(req.visitor ?? 'visitor', async (work) => {
      const before = await changeEmail(work, req.params.token);
      if (before.email) await writeMail(work, emailChangedMail(work, before));
    });
    flash(res, 'email-changed');
    res.redirect(303, req.visitor ? '/settings/email' : '/sign-in');
  });

  return router;
}

/** Nothing tells the member whether somebody else has the address they asked for. */
async function askForChange(deps: Deps, req: Request, member: MemberRow): Promise<void> {
  const { current_password, email } = readForm(changeEmailForm, req.body);
  await collectErrors(
    () => cleanEmail(email),
    () => confirmPassword(deps, member, current_password),
  );
  await deps.limits.count('reset', `email ${String(member.id)}`);
  await deps.perform(member, async (work) => {
    const link = await requestEmailChange(work, email);
    if (link) await writeMail(work, newEmailMail(work, member, link.email, link.token));
  });
}
