import { z } from 'zod';

import { block, oneOf, secret } from '../forms.ts';

/*
 * What the pages about one's account read. Names and addresses are judged by the members' own
 * rules, so here they are only texts.
 */

const typedText = (missing: string) => z.string(missing).max(400, missing);

const email = typedText('Enter your email address.');
const newPassword = secret('Choose a password.');
const currentPassword = secret('Enter the password you have now.');

export const signInForm = z.object({
  email: email.trim().min(1, 'Enter your email address.'),
  password: secret('Enter your password.'),
});

/** Nothing is refused here for being empty: what is wrong is said of all fields at once. */
export const joinForm = z.object({
  name: typedText('Choose a name. Everybody sees it.').default(''),
  email: email.default(''),
  password: z.string('Choose a password.').max(1_024, 'Choose a shorter password.').default(''),
});

export const resetForm = z.object({ email });

export const newPasswordForm = z.object({ password: newPassword });

export const changePasswordForm = z.object({
  current_password: currentPassword,
  password: newPassword,
});

export const changeEmailForm = z.object({ current_password: currentPassword, email });

export const profileForm = z.object({
  bio: block({ missing: 'Say who you are, or leave it empty.', min: 0, max: 500 }),
});

export const themeForm = z.object({
  theme: oneOf(['system', 'light', 'dark'], 'Choose one of the three.'),
});
