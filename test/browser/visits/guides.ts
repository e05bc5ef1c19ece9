import { at, sent, type Visit } from '../visiting.ts';

/** Guides, to those who read them and to those who keep them. */
export const GUIDES: readonly Visit[] = [
  { name: 'the guides', as: 'nobody', open: at('/guides') },
  { name: 'a guide', as: 'nobody', open: at(({ guide }) => guide) },
  { name: 'a guide, to a moderator', as: 'Hannah', open: at(({ guide }) => guide) },
  { name: 'the history of a guide', as: 'nobody', open: at(({ guide }) => `${guide}/history`) },
  { name: 'the guide desk', as: 'Hannah', open: at('/staff/guides') },
  {
    ...{ name: 'a guide that is begun with an answer', as: 'Hannah' },
    open: at(({ acceptedAnswer }) => `/staff/guides/new?answer=${acceptedAnswer}`),
  },
  {
    ...{ name: 'choosing what a guide is made of', as: 'Hannah' },
    open: at('/staff/guides/new?title=No+data+abroad'),
  },
  {
    ...{ name: 'choosing nothing for a guide', as: 'Hannah' },
    open: at('/staff/guides/new?title=No+data+abroad&answer=that+one'),
  },
  {
    ...{ name: 'a new guide with mistakes', as: 'Hannah', status: 422 },
    open: async (page, { acceptedAnswer }) => {
      await page.goto(`/staff/guides/new?answer=${acceptedAnswer}`);
      await page.getByLabel('Title').fill('');
      await page.getByLabel('Also thanks to').fill('Nobody at all');
      await page.getByRole('button', { name: 'Save the draft' }).click();
    },
  },
  { name: 'a guide that is kept', as: 'Hannah', open: at(({ guideDesk }) => guideDesk) },
  {
    ...{ name: 'a guide that is kept, with mistakes', as: 'Hannah', status: 422 },
    open: sent(({ guideDesk }) => guideDesk, 'Save'),
  },
];
