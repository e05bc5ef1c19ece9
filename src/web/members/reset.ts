import { type Request, type Response, Router } from 'express';

import { cleanEmail, emailKey } from '../../members/emails.ts';
import { readMember } from '../../members/find-members.ts';
import { findLink } from '../../members/mail-links.ts';
import { checkPassword } from '../../members/password-rules.ts';
import { requestReset, resetPassword } from '../../members/reset-password.ts';
import type { MemberRow } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import { writeMail } from '../../notices/write-mail.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { newPasswordForm, resetForm } from './account-forms.ts';
import { passwordChangedMail, resetMail } from './account-mails.ts';
import { drawEndedLink } from './ended-link.ts';
import { newPasswordPage, resetPage, resetSentPage } from './reset-pages.ts';

/** A new password by mail. The answer is the same whether or not an address is known. */
export function resets(deps: Deps): Router {
  const router = Router();
  const { render, perform } = deps;
  const quiet = { search: false, noindex: true };

  router.get('/reset', async (req, res) => {
    await render.page(req, res, 'members/account', resetPage(), quiet);
  });

  router.post('/reset', async (req, res) => {
    const attempt = async () => {
      const email = cleanEmail(readForm(resetForm, req.body).email);
      await deps.limits.count('reset', emailKey(email));
      await perform('visitor', async (work) => {
        const reset = await requestReset(work, email);
        if (reset) await writeMail(work, resetMail(work, reset.member, reset.token));
      });
      await render.page(req, res, 'members/account', resetSentPage, quiet);
    };
    await orRedraw(attempt, async (errors) => {
      const page = resetPage(errors, typedIn(req.body));
      await render.page(req, res, 'members/account', page, { ...quiet, status: 422 });
    });
  });

  router.get('/reset/:token', async (req, res) => {
    const member = await ownerOf(deps, req.params.token);
    if (!member) return drawEndedLink(deps, req, res, 'reset-password');
    const page = newPasswordPage(req.params.token, member.name);
    await render.page(req, res, 'members/account', page, quiet);
  });

  router.post('/reset/:token', async (req, res) => {
    const member = await ownerOf(deps, req.params.token);
    if (!member) return drawEndedLink(deps, req, res, 'reset-password');
    await setPassword(deps, req, res, member);
  });

  return router;
}

async function setPassword(
  deps: Deps,
  req: Request<{ token: string }>,
  res: Response,
  member: MemberRow,
) {
  const { token } = req.params;
  const attempt = async () => {
    const { password } = readForm(newPasswordForm, req.body);
    checkPassword(password, [member.name, member.email ?? '', deps.site.name]);
    const passwordHash = await deps.passwords.hash(password);
    await deps.perform('visitor', async (work) => {
      await resetPassword(work, token, passwordHash);
      await writeMail(work, passwordChangedMail(work, member));
    });
    flash(res, 'password-reset');
    res.redirect(303, '/sign-in');
  };
  await orRedraw(attempt, async (errors) => {
    const page = newPasswordPage(token, member.name, errors);
    await deps.render.page(req, res, 'members/account', page, { status: 422, search: false });
  });
}

/** Whose password a link may set; nobody's once it is used or has run out. */
async function ownerOf({ db, now }: Deps, token: string): Promise<MemberRow | undefined> {
  const link = await findLink(db, token, 'reset-password', now());
  return link && found(await readMember(db, link.member_id), 'member');
}
