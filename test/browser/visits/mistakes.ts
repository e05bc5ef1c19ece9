import { press, sent, sentThrough, type Visit } from '../visiting.ts';

/** Further forms of members and of staff that are refused. */
export const MISTAKES: readonly Visit[] = [
  {
    ...{ name: 'a message to the team with mistakes', as: 'Priya', status: 422 },
    open: sentThrough('/me/conversations', 'Send to the team'),
  },
  {
    ...{ name: 'a new address with mistakes', as: 'Priya', status: 422 },
    open: sent('/settings/email', 'Send me a link'),
  },
  {
    ...{ name: 'a better version with a PUK in it', as: 'Una', status: 422 },
    open: async (page, { ofUna }) => {
      await page.goto(ofUna);
      await page.getByRole('link', { name: 'Edit this' }).first().click();
      await page.locator('#body').fill('My PUK is 12345678.');
      await press(page, /save/i);
    },
  },
  {
    ...{ name: 'an answer with a PUK in it', as: 'Una', status: 422 },
    open: async (page, { open }) => {
      await page.goto(open);
      await page.locator('#body').fill('My PUK is 12345678.');
      await press(page, 'Post answer');
    },
  },
  {
    ...{ name: 'a message that is taken out without a reason', as: 'Ada', status: 422 },
    open: async (page, { waitingCase }) => {
      await page.goto(waitingCase);
      await page
        .getByRole('link', { name: /^Take out/ })
        .first()
        .click();
      await press(page, 'Take it out for good');
    },
  },
];
