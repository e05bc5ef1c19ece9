import { Router } from 'express';

import { changeProfile } from '../../members/change-profile.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { form } from '../form-page.ts';
import { type FieldErrors, orRedraw, readForm, type Typed, typedIn } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { profileForm } from './account-forms.ts';
import { settingsAside } from './account-page.ts';
import type { SettingsPage } from './settings-page.ts';

/** What a member's page says about them. */
export function settings({ render, perform }: Deps): Router {
  const router = Router();
  const options = { here: 'you', noindex: true } as const;

  router.get('/settings', async (req, res) => {
    await render.page(req, res, 'members/settings', settingsPage(actorOf(req)), options);
  });

  router.post('/settings', async (req, res) => {
    const member = actorOf(req);
    const attempt = async () => {
      const { bio } = readForm(profileForm, req.body);
      await perform(member, (work) => changeProfile(work, { bio }));
      flash(res, 'profile-saved');
      res.redirect(303, '/settings');
    };
    await orRedraw(attempt, async (errors) => {
      const page = settingsPage(member, errors, typedIn(req.body));
      await render.page(req, res, 'members/settings', page, { ...options, status: 422 });
    });
  });

  return router;
}

function settingsPage(
  member: MemberRow,
  errors: FieldErrors = {},
  typed: Typed = {},
): SettingsPage {
  const blank = {
    action: '/settings',
    submit: 'Save',
    fields: [{ ...BIO, value: member.bio }],
  };
  return {
    title: 'Your settings',
    name: member.name,
    unverified: member.email_verified_at === null ? (member.email ?? undefined) : undefined,
    form: form(blank, errors, typed),
    aside: settingsAside,
  };
}

const BIO = {
  name: 'bio',
  label: 'About you',
  kind: 'long',
  hint: 'Shown on your profile. At most 500 characters, and no numbers or addresses, please.',
  optional: true,
} as const;
