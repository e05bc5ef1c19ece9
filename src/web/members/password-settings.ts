import { type Request, Router } from 'express';

import { changePassword } from '../../members/change-password.ts';
import { checkPassword } from '../../members/password-rules.ts';
import type { MemberRow } from '../../members/rows.ts';
import { writeMail } from '../../notices/write-mail.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { form } from '../form-page.ts';
import { type FieldErrors, orRedraw, readForm } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { changePasswordForm } from './account-forms.ts';
import { passwordChangedMail } from './account-mails.ts';
import { type AccountPage, settingsAside } from './account-page.ts';
import { confirmPassword } from './confirm-password.ts';

/** Changing one's password. It ends every other session. */
export function passwordSettings(deps: Deps): Router {
  const router = Router();
  const { render } = deps;

  router.get('/settings/password', async (req, res) => {
    actorOf(req);
    await render.page(req, res, 'members/account', passwordPage(), { noindex: true });
  });

  router.post('/settings/password', async (req, res) => {
    const member = actorOf(req);
    const attempt = async () => {
      await change(deps, req, member);
      flash(res, 'password-changed');
      res.redirect(303, '/settings/password');
    };
    await orRedraw(attempt, async (errors) => {
      await render.page(req, res, 'members/account', passwordPage(errors), { status: 422 });
    });
  });

  return router;
}

async function change(deps: Deps, req: Request, member: MemberRow): Promise<void> {
  const { current_password, password } = readForm(changePasswordForm, req.body);
  await confirmPassword(deps, member, current_password);
  checkPassword(password, [member.name, member.email ?? '', deps.site.name]);
  const passwordHash = await deps.passwords.hash(password);
  await deps.perform(member, async (work) => {
    await changePassword(work, { passwordHash, sid: req.sessionID });
    await writeMail(work, passwordChangedMail(work, member));
  });
  deps.log.info({ requestId: req.id, member: member.id }, 'password changed');
}

const passwordPage = (errors: FieldErrors = {}): AccountPage => ({
  title: 'Change your password',
  lead: 'You’ll stay signed in here, and be signed out everywhere else.',
  form: form(
    { action: '/settings/password', submit: 'Change my password', fields: FIELDS },
    errors,
  ),
  aside: settingsAside,
});

const FIELDS = [
  {
    name: 'current_password',
    label: 'The password you have now',
    kind: 'password',
    autocomplete: 'current-password',
  },
  {
    name: 'password',
    label: 'New password',
    kind: 'password',
    hint: 'At least 15 characters. Three or four words that you’ll remember are enough.',
    autocomplete: 'new-password',
  },
] as const;
