import { at, followMail, press, type Visit } from '../visiting.ts';

/** What mails lead to, and a mail itself as developers read it. */
export const LINKS: readonly Visit[] = [
  {
    ...{ name: 'the link of a mail that confirms an address', as: 'Zoe' },
    open: async (page) => {
      await page.goto('/settings');
      await press(page, 'Send me a new link');
      await followMail(page, '/verify/');
    },
  },
  {
    ...{ name: 'the link of a mail that sets a new password', as: 'nobody' },
    open: async (page) => {
      await page.goto('/reset');
      await page.getByLabel('Email address').fill('priya@goodline.example');
      await press(page, 'Send me a link');
      await followMail(page, '/reset/');
    },
  },
  {
    ...{ name: 'the link of a mail that changes an address', as: 'Una' },
    open: async (page) => {
      await page.goto('/settings/email');
      await page.getByLabel('New email address').fill('una.writes@goodline.example');
      await page.getByLabel('Your password').fill('goodline demo only');
      await press(page, 'Send me a link');
      await followMail(page, '/settings/email/');
    },
  },
  {
    ...{ name: 'a mail of a development site', as: 'nobody' },
    open: async (page) => {
      await page.goto('/dev/mail');
      await page.getByRole('main').getByRole('row').nth(1).getByRole('link').click();
    },
  },
  { name: 'the mails of a development site', as: 'nobody', open: at('/dev/mail') },
];
