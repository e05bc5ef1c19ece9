import type { Page } from 'playwright-core';

import type { Places } from './places.ts';

/** Who looks at a page: a name of the demonstration, or nobody who is signed in. */
export type Who =
  | ('nobody' | 'Olu-Adeyemi' | 'Priya' | 'Tom' | 'Una' | 'Zoe')
  | ('Hannah' | 'Marcus' | 'Jordan' | 'Sam' | 'Ada' | 'Gordon-Tait');

/** One kind of page, and how a visitor gets to see it. */
export type Visit = {
  name: string;
  as: Who;
  /** 200 where nothing is said. */
  status?: number;
  open: (page: Page, places: Places) => Promise<unknown>;
};

/** A visit to an address as it is. */
export const at =
  (address: string | ((places: Places) => string)): Visit['open'] =>
  (page, places) =>
    page.goto(typeof address === 'string' ? address : address(places));

/** The short address of a question: its number, without its words. */
export const numbered = (path: string) => path.split('/').slice(0, 3).join('/');

/** Presses the first button of this name in the main part. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).first().click();

/** A form that is sent as it stands at an address. */
export const sent =
  (address: string | ((places: Places) => string), button: string | RegExp): Visit['open'] =>
  async (page, places) => {
    await at(address)(page, places);
    await press(page, button);
  };

/** The first page below `path` that a list leads to. */
export const through =
  (list: string, path = `${list}/`): Visit['open'] =>
  async (page) => {
    await page.goto(list);
    await page.getByRole('main').locator(`a[href^="${path}"]`).first().click();
  };

/** A form that is sent as it stands on the first page that a list leads to. */
export const sentThrough =
  (list: string, button: string | RegExp): Visit['open'] =>
  async (page, places) => {
    await through(list)(page, places);
    await press(page, button);
  };

/** What somebody asks who has not asked it yet. */
export const QUESTION = {
  title: 'Why does my eSIM stay on “Activating”?',
  body: 'Since this morning.\n\n1. I scanned the code.\n2. It says **Activating**.\n\n> Ring us\n\n- `*#06#`',
};

/** Fills in the form for a question. */
export async function writeQuestion(page: Page): Promise<void> {
  await page.goto('/ask');
  await page.getByLabel('Your question').fill(QUESTION.title);
  await page.getByLabel('Topic').selectOption({ index: 1 });
  await page.getByLabel('What’s happening?').fill(QUESTION.body);
}

/** Follows the link in the latest mail that the site has written. */
export async function followMail(page: Page, link: string): Promise<void> {
  await page.goto('/dev/mail');
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('main').getByRole('link', { name: link }).click();
}
