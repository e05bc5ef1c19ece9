import { at, press, sent, sentThrough, through, type Visit } from '../visiting.ts';

/** Reports, sanctions and appeals, with what was decided about them. */
export const DISPUTES: readonly Visit[] = [
  {
    ...{ name: 'a report with mistakes', as: 'Una', status: 422 },
    open: async (page, { acceptedAnswer }) => {
      await page.goto(`/report${acceptedAnswer}`);
      await page.getByLabel('Anything we should know').fill('Look at it. '.repeat(100));
      await press(page, 'Unsafe advice');
    },
  },
  { name: 'a report, to a moderator', as: 'Hannah', open: through('/staff/reports') },
  {
    ...{ name: 'a decision on a report, with mistakes', as: 'Hannah', status: 422 },
    open: sentThrough('/staff/reports', 'Decide'),
  },
  { name: 'the decided reports', as: 'Hannah', open: at('/staff/reports?state=decided') },
  { name: 'a decided report', as: 'Hannah', open: at(({ decidedReport }) => decidedReport) },
  { name: 'where one stands, with a warning', as: 'Gordon-Tait', open: at('/me/standing') },
  {
    ...{ name: 'the form of an appeal', as: 'Gordon-Tait' },
    open: through('/me/standing', '/appeals/new'),
  },
  {
    ...{ name: 'an appeal with mistakes', as: 'Gordon-Tait', status: 422 },
    open: async (page, places) => {
      await through('/me/standing', '/appeals/new')(page, places);
      await press(page, 'Send the appeal');
    },
  },
  { name: 'an appeal, to a moderator', as: 'Hannah', open: through('/staff/appeals') },
  { name: 'an appeal, to an admin', as: 'Ada', open: through('/staff/appeals') },
  {
    ...{ name: 'a decision on an appeal, with mistakes', as: 'Hannah', status: 422 },
    open: sentThrough('/staff/appeals', 'Decide'),
  },
  { name: 'the decided appeals', as: 'Hannah', open: at('/staff/appeals?state=decided') },
  { name: 'a decided appeal', as: 'Hannah', open: at(({ decidedAppeal }) => decidedAppeal) },
  {
    ...{ name: 'the sanctions of somebody who was warned', as: 'Hannah' },
    open: at('/staff/members/Gordon-Tait/sanctions'),
  },
  {
    ...{ name: 'a sanction with mistakes', as: 'Hannah', status: 422 },
    open: sent('/staff/members/Tom/sanctions', 'Impose it'),
  },
  {
    ...{ name: 'the end of a sanction, with mistakes', as: 'Hannah', status: 422 },
    open: sent('/staff/members/Gordon-Tait/sanctions', 'End it now'),
  },
  {
    ...{ name: 'a text of sanctions with mistakes', as: 'Ada', status: 422 },
    open: async (page) => {
      await page.goto('/admin/sanction-texts/rude');
      await page.getByRole('main').getByRole('textbox').first().fill('');
      await press(page, 'Save as a new version');
    },
  },
];
