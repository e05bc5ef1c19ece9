import type { Form } from '../form-page.ts';
import type { Note } from '../look/notes.ts';

export type Link = { href: string; label: string };

/** A page about one's own account: at most one form, and beside it what else there is. */
export type AccountPage = {
  title: string;
  lead?: string | undefined;
  note?: Note | undefined;
  form?: Form | undefined;
  /** What to do where there is no form. */
  actions?: readonly Link[] | undefined;
  aside?: Aside | undefined;
};

/** What stands beside the page: where else one may want to go. */
export type Aside = { title: string; text?: string | undefined; links: readonly Link[] };

/** The ways between the pages of the settings. */
export const settingsAside = {
  title: 'Settings',
  links: [
    { href: '/settings', label: 'Profile' },
    { href: '/settings/email', label: 'Email address' },
    { href: '/settings/password', label: 'Password' },
    { href: '/settings/notifications', label: 'What we tell you' },
    { href: '/settings/appearance', label: 'Light or dark' },
    { href: '/settings/blocked', label: 'Whom you’ve blocked' },
    { href: '/me/standing', label: 'Where you stand' },
    { href: '/me/reports', label: 'Your reports' },
    { href: '/appeals', label: 'Your appeals' },
  ],
} as const satisfies Aside;
