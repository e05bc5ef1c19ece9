import type { Page } from 'playwright-core';

import { at, press, sent, type Visit } from '../visiting.ts';

/** What staff set and write down, with mistakes: a form is sent as it stands, and so without a reason. */
const AS_IT_STANDS: readonly [name: string, as: Visit['as'], path: string, button: string][] = [
  ['the terms for outdated answers', 'Ada', '/admin/outdated', 'Set the terms'],
  ['the terms for unanswered questions', 'Ada', '/admin/unanswered', 'Set the terms'],
  ['the terms for silent askers', 'Ada', '/admin/silent', 'Set the terms'],
  ['what is promised in private', 'Ada', '/admin/promise', 'Promise it'],
  ['how many are read twice', 'Ada', '/admin/agreement', 'Change it'],
  ['a mail domain', 'Ada', '/admin/posting', 'Set the domain'],
  ['a new topic', 'Ada', '/admin/topics', 'Open the topic'],
  ['an official answer', 'Hannah', '/staff/facts', 'Write it down'],
  ['a known item', 'Hannah', '/staff/agreement/known', 'Pick it'],
  ['a canned answer', 'Hannah', '/staff/canned-answers', 'Add it'],
  ['a canned note', 'Hannah', '/staff/canned-notes', 'Add it'],
  ['the thresholds of the dial', 'Hannah', '/staff/governance/settings', 'Set the thresholds'],
  ['what stewards undertake', 'Hannah', '/staff/governance/undertaking', 'Publish it'],
  ['more of a month’s budget', 'Jordan', '/finance/rules/budget', 'Ask for approval'],
];

async function clearFirst(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').getByRole('textbox').first().fill('');
}

export const TERMS: readonly Visit[] = [
  ...AS_IT_STANDS.map(([name, as, path, button]): Visit => ({
    ...{ name: `${name}, with mistakes`, as, status: 422 },
    open: sent(path, button),
  })),
  {
    ...{ name: 'a topic with mistakes', as: 'Ada', status: 422 },
    open: async (page) => {
      await clearFirst(page, '/admin/topics/roaming');
      await press(page, 'Save');
    },
  },
  {
    ...{ name: 'the site’s settings with mistakes', as: 'Ada', status: 422 },
    open: async (page) => {
      await clearFirst(page, '/admin/settings');
      await press(page, 'Save');
    },
  },
  {
    ...{ name: 'a text with mistakes', as: 'Ada', status: 422 },
    open: async (page) => {
      await clearFirst(page, '/admin/texts/rewards');
      await press(page, 'Save');
    },
  },
  {
    ...{ name: 'a role without a reason', as: 'Ada', status: 422 },
    open: sent(({ member }) => member, 'Change the role'),
  },
  {
    ...{ name: 'a level without a reason', as: 'Ada', status: 422 },
    open: sent(({ member }) => member, 'Change the level'),
  },
  {
    ...{ name: 'what a contact costs, with mistakes', as: 'Jordan', status: 422 },
    open: async (page) => {
      await page.goto('/finance/costs');
      await page.locator('section[aria-labelledby=contact]').getByRole('button').click();
    },
  },
  { name: 'the years that have totals', as: 'Jordan', open: at('/finance/totals') },
];
