import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { form } from '../form-page.ts';
import { type FieldErrors, orRedraw, readForm } from '../forms.ts';
import { chooseTheme, themeOf } from '../theme.ts';
import { themeForm } from './account-forms.ts';
import { type AccountPage, settingsAside } from './account-page.ts';

/** Light or dark: for everybody, signed in or not, in this browser. */
export function appearance({ render }: Deps): Router {
  const router = Router();

  router.get('/settings/appearance', async (req, res) => {
    const page = appearancePage(themeOf(req), req.visitor !== undefined);
    await render.page(req, res, 'members/account', page, { noindex: true });
  });

  router.post('/settings/appearance', async (req, res) => {
    const attempt = () => {
      chooseTheme(res, readForm(themeForm, req.body).theme);
      flash(res, 'theme-saved');
      res.redirect(303, '/settings/appearance');
      return Promise.resolve();
    };
    await orRedraw(attempt, async (errors) => {
      const page = appearancePage(themeOf(req), req.visitor !== undefined, errors);
      await render.page(req, res, 'members/account', page, { status: 422 });
    });
  });

  return router;
}

function appearancePage(
  theme: 'light' | 'dark' | undefined,
  signedIn: boolean,
  errors: FieldErrors = {},
): AccountPage {
  const fields = [{ ...THEME, value: theme ?? 'system' }];
  return {
    title: 'Light or dark',
    lead: 'Kept in this browser, in a cookie that says nothing else.',
    form: form({ action: '/settings/appearance', submit: 'Save', fields }, errors),
    aside: signedIn ? settingsAside : undefined,
  };
}

const THEME = {
  name: 'theme',
  label: 'Colours',
  kind: 'choices',
  options: [
    {
      value: 'system',
      label: 'As my device',
      hint: 'Light by day and dark by night, if it does that.',
    },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ],
} as const;
