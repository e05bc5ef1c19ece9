import type { Page } from 'playwright-core';

import { at, press, sent, sentThrough, through, type Visit } from '../visiting.ts';

const TOO_LONG = 'It says so. '.repeat(100);

async function noteTooMuch(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('textbox').first().fill(TOO_LONG);
  await press(page, button);
}

/** What waits for a person, and what has come of it. */
export const WAITING: readonly Visit[] = [
  { name: 'a first post', as: 'Hannah', open: at(({ firstPost }) => firstPost) },
  {
    ...{ name: 'a first post with mistakes', as: 'Hannah', status: 422 },
    open: async (page, { firstPost }) => {
      await page.goto(firstPost);
      await noteTooMuch(page, /^Approve/);
    },
  },
  { name: 'what may be spam', as: 'Hannah', open: at(({ spam }) => spam) },
  {
    ...{ name: 'what may be spam, with mistakes', as: 'Hannah', status: 422 },
    open: async (page, { spam }) => {
      await page.goto(spam);
      await noteTooMuch(page, /^Remove as spam/);
    },
  },
  { name: 'the silent askers', as: 'Hannah', open: at('/staff/silent') },
  { name: 'a silent asker', as: 'Hannah', open: through('/staff/silent') },
  {
    ...{ name: 'accepting for a silent asker without a reason', as: 'Hannah', status: 422 },
    open: sentThrough('/staff/silent', /^Accept for/),
  },
  {
    ...{ name: 'what one says to an acceptance on one’s behalf', as: 'Tom' },
    open: at(({ acceptedForAsker }) => `${acceptedForAsker}/objection`),
  },
  {
    ...{ name: 'saying nothing to an acceptance on one’s behalf', as: 'Tom', status: 422 },
    open: sent(({ acceptedForAsker }) => `${acceptedForAsker}/objection`, 'Tell our team'),
  },
  { name: 'what came of several at once', as: 'Hannah', open: at(({ bulk }) => bulk) },
  {
    ...{ name: 'several at once, with mistakes', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/bulk?act=pass&all=1');
      await noteTooMuch(page, / now$/);
    },
  },
  {
    ...{ name: 'an answer that is out of date', as: 'nobody' },
    open: at(({ outdated }) => outdated),
  },
  {
    ...{ name: 'an answer that may be out of date, to a moderator', as: 'Hannah' },
    open: at(({ maybeOutdated }) => maybeOutdated),
  },
];
