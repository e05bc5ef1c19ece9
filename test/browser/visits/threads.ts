import { at, numbered, press, sent, type Visit } from '../visiting.ts';

/** Threads that are merged, split, moved and locked, and the forms for it with mistakes. */
export const THREADS: readonly Visit[] = [
  {
    ...{ name: 'a question with headings in it', as: 'Una' },
    open: async (page, { ofUna }) => {
      await page.goto(`${numbered(ofUna)}/edit`);
      await page
        .locator('#body')
        .fill('## Since when\n\nMonday.\n\n### What I tried\n\nA restart.');
      await press(page, /save/i);
      await page.getByRole('heading', { name: 'What I tried' }).waitFor();
    },
  },
  {
    ...{ name: 'a merge without a reason', as: 'Hannah', status: 422 },
    open: sent(({ open, solved }) => `${numbered(open)}/merge?into=${solved}`, 'Merge them'),
  },
  {
    ...{ name: 'taking apart what was merged', as: 'Hannah' },
    open: at(({ merged }) => `${merged}/merge`),
  },
  {
    ...{ name: 'taking apart without a reason', as: 'Hannah', status: 422 },
    open: sent(({ merged }) => `${merged}/merge`, 'Take them apart'),
  },
  {
    ...{ name: 'a suggestion of nothing', as: 'Olu-Adeyemi', status: 422 },
    open: sent(({ open }) => `${numbered(open)}/same`, 'Suggest it'),
  },
  {
    ...{ name: 'a split without a reason', as: 'Hannah', status: 422 },
    open: async (page, { open }) => {
      await page.goto(`${numbered(open)}/split`);
      await page.getByRole('checkbox').first().check();
      await press(page, 'See what would happen');
      await press(page, 'Split it off');
    },
  },
  { name: 'a question that was split off', as: 'nobody', open: at(({ splitOff }) => splitOff) },
  {
    ...{ name: 'a question from which one was split off', as: 'nobody' },
    open: at(({ splitFrom }) => splitFrom),
  },
  {
    ...{ name: 'a question that was split off, to a moderator', as: 'Hannah' },
    open: at(({ splitOff }) => splitOff),
  },
  {
    ...{ name: 'putting back what was split off', as: 'Hannah' },
    open: at(({ splitOff }) => `${splitOff}/split/undo`),
  },
  {
    ...{ name: 'putting back without a reason', as: 'Hannah', status: 422 },
    open: sent(({ splitOff }) => `${splitOff}/split/undo`, 'Put it back'),
  },
  ...['Move it', 'Lock it', 'Pin it'].map((button): Visit => ({
    ...{ name: `“${button}” without a reason`, as: 'Hannah', status: 422 },
    open: sent(({ open }) => `${numbered(open)}/thread`, button),
  })),
  {
    ...{ name: 'a locked question, to a moderator', as: 'Hannah' },
    open: async (page, { splitOff }) => {
      await page.goto(`${splitOff}/thread`);
      await page.locator('#lock-reason').fill('They go round in circles.');
      await press(page, 'Lock it');
    },
  },
  { name: 'a locked question', as: 'Tom', open: at(({ splitOff }) => splitOff) },
  {
    ...{ name: 'opening a locked thread', as: 'Hannah' },
    open: at(({ splitOff }) => `${splitOff}/thread`),
  },
  {
    ...{ name: 'opening a locked thread without a reason', as: 'Hannah', status: 422 },
    open: sent(({ splitOff }) => `${splitOff}/thread`, 'Open it'),
  },
  {
    ...{ name: 'a thread that was opened again', as: 'Hannah' },
    open: async (page, { splitOff }) => {
      await page.goto(`${splitOff}/thread`);
      await page.locator('#lock-reason').fill('They have cooled down.');
      await press(page, 'Open it');
    },
  },
];
