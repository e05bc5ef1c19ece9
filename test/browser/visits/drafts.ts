import { at, press, type Visit, writeQuestion } from '../visiting.ts';

/** What somebody has typed and not posted; the last of them leaves nothing behind. */
export const DRAFTS: readonly Visit[] = [
  { name: 'no drafts', as: 'Zoe', open: at('/me/drafts') },
  {
    ...{ name: 'a draft that is kept for a question', as: 'Una' },
    open: async (page) => {
      await writeQuestion(page);
      await press(page, 'Save draft');
      await page.getByText('You can go on with it on any device.').waitFor();
      await page.goto('/ask');
    },
  },
  {
    ...{ name: 'a draft beside what a link begins with', as: 'Una' },
    open: at('/ask?title=Where+did+my+credit+go%3F'),
  },
  {
    ...{ name: 'a draft that is kept for an answer', as: 'Una' },
    open: async (page, { open }) => {
      await page.goto(open);
      await page.locator('#body').fill('Switch it off, **wait**, and');
      await press(page, 'Save draft');
      await page.getByText('You can go on with it on any device.').waitFor();
      await page.goto(open);
    },
  },
  { name: 'one’s drafts', as: 'Una', open: at('/me/drafts') },
  {
    ...{ name: 'a draft that was discarded', as: 'Una' },
    open: async (page) => {
      await page.goto('/me/drafts');
      await press(page, 'Discard');
      await press(page, 'Discard');
    },
  },
];
