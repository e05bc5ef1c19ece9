import { form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { AccountPage } from './account-page.ts';

/** Asks for the address to which the link is sent. */
export const resetPage = (errors: FieldErrors = {}, typed: Typed = {}): AccountPage => ({
  title: 'Forgot your password?',
  lead: 'Tell us your email address and we’ll send you a link.',
  form: form({ action: '/reset', submit: 'Send me a link', fields: [EMAIL] }, errors, typed),
});

/** The same for every address. */
export const resetSentPage: AccountPage = {
  title: 'Check your mail for the link',
  lead: 'If that address has an account, a link is on its way. It works once, within an hour.',
  actions: [{ href: '/sign-in', label: 'Back to sign in' }],
};

/** Asks for the new password. */
export const newPasswordPage = (
  token: string,
  name: string,
  errors: FieldErrors = {},
): AccountPage => ({
  title: 'Choose a new password',
  lead: `For ${name}. You’ll be signed out everywhere.`,
  form: form({ action: `/reset/${token}`, submit: 'Set my password', fields: [PASSWORD] }, errors),
});

const EMAIL = {
  name: 'email',
  label: 'Email address',
  kind: 'email',
  autocomplete: 'email',
} as const;

const PASSWORD = {
  name: 'password',
  label: 'New password',
  kind: 'password',
  hint: 'At least 15 characters. Three or four words that you’ll remember are enough.',
  autocomplete: 'new-password',
} as const;
