import { at, numbered, press, type Visit } from '../visiting.ts';

/** A fold of a private case that is sent as it stands. */
const folded =
  (fold: string, button: string): Visit['open'] =>
  async (page, { waitingCase }) => {
    await page.goto(waitingCase);
    await page.locator('summary').filter({ hasText: fold }).click();
    await press(page, button);
  };

/** What staff do with a case, a thread or a draft, and where they leave something out. */
export const HANDLING: readonly Visit[] = [
  {
    ...{ name: 'a note on a case without a word', as: 'Hannah', status: 422 },
    open: folded('Note for the team', 'Keep the note'),
  },
  {
    ...{ name: 'a case handed over to nobody', as: 'Hannah', status: 422 },
    open: folded('Hand it over', 'Hand it over'),
  },
  {
    ...{ name: 'a summary of a case without a word', as: 'Hannah', status: 422 },
    open: folded('Close it and tell everybody', 'Publish and close'),
  },
  {
    ...{ name: 'a thread that is pinned, to a moderator', as: 'Hannah' },
    open: async (page, { open }) => {
      await page.goto(`${numbered(open)}/thread`);
      await page.locator('input[name="place"]').first().check();
      await page.locator('#pin-days').fill('3');
      await page.locator('#pin-reason').fill('Many ask it today.');
      await press(page, 'Pin it');
    },
  },
  { name: 'a question that is pinned', as: 'nobody', open: at('/') },
  {
    ...{ name: 'the form to change a draft of rules', as: 'Jordan' },
    open: async (page) => {
      await page.goto('/finance/rules/new');
      await press(page, 'Save the draft');
      await page
        .getByRole('main')
        .getByRole('link', { name: /change|edit/i })
        .first()
        .click();
    },
  },
  {
    ...{ name: 'the topics of a steward, none chosen', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/governance/stewards/1/topics');
      for (const box of await page.getByRole('main').getByRole('checkbox').all()) {
        await box.uncheck();
      }
      await page.getByRole('main').getByRole('button').last().click();
    },
  },
  {
    ...{ name: 'the form to report a profile', as: 'Priya' },
    open: async (page) => {
      await page.goto('/u/Gwen');
      await page.getByRole('link', { name: 'Report this profile' }).click();
    },
  },
];
