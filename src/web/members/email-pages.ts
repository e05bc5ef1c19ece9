import type { MemberRow } from '../../members/rows.ts';
import { form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { type AccountPage, settingsAside } from './account-page.ts';

/** Asks for another address, and the password. */
export const emailPage = (
  { email }: MemberRow,
  errors: FieldErrors = {},
  typed: Typed = {},
): AccountPage => ({
  title: 'Change your email address',
  lead: `We write to ${email ?? 'nowhere yet'}. We’ll send a link to the new address first.`,
  form: form(
    { action: '/settings/email', submit: 'Send me a link', fields: FIELDS },
    errors,
    typed,
  ),
  aside: settingsAside,
});

/** Opening the link changes nothing yet: the button does. */
export const confirmEmailPage = (token: string, email: string): AccountPage => ({
  title: 'Use this email address?',
  lead: `From then on we write to ${email}, and you sign in with it.`,
  form: form({ action: `/settings/email/${token}`, submit: 'Use this address', fields: [] }),
});

const FIELDS = [
  { name: 'email', label: 'New email address', kind: 'email', autocomplete: 'email' },
  {
    name: 'current_password',
    label: 'Your password',
    kind: 'password',
    autocomplete: 'current-password',
  },
] as const;
