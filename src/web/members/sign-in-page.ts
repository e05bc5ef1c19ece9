import { form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { AccountPage } from './account-page.ts';

type Visit = {
  /** Where to go on to; an address of ours. */
  next: string;
  /** Why somebody is asked to sign in; else the page's own words. */
  lead?: string;
  /** Whether something they had typed is kept meanwhile. */
  kept?: boolean;
};

/** The page where members sign in. Nothing on it tells whether an address is known. */
export function signInPage(
  { next, lead = 'Welcome back.', kept = false }: Visit,
  errors: FieldErrors = {},
  typed: Typed = {},
): AccountPage {
  const onward = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  const note = { kind: 'info', lead: 'Your text is safe.', text: KEPT } as const;
  return {
    title: 'Sign in',
    lead,
    note: kept ? note : undefined,
    form: form(
      { action: '/sign-in', submit: 'Sign in', hidden: { next }, fields: FIELDS },
      errors,
      typed,
    ),
    aside: {
      title: 'New here?',
      text: 'Reading is free and needs no account. To ask or answer, you need a name and an email address.',
      links: [
        { href: `/join${onward}`, label: 'Join instead' },
        { href: '/reset', label: 'I’ve forgotten my password' },
      ],
    },
  };
}

const KEPT = 'It will be there when you have signed in or joined.';

const FIELDS = [
  { name: 'email', label: 'Email address', kind: 'email', autocomplete: 'username' },
  { name: 'password', label: 'Password', kind: 'password', autocomplete: 'current-password' },
] as const;
