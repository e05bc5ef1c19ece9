import type { Page } from 'playwright-core';

import { aPng } from '../support/files.ts';
import { at, numbered, press, QUESTION, type Visit, writeQuestion } from './visiting.ts';
import { DISPUTES } from './visits/disputes.ts';
import { DRAFTS } from './visits/drafts.ts';
import { GUIDES } from './visits/guides.ts';
import { HANDLING } from './visits/handling.ts';
import { HOMES } from './visits/homes.ts';
import { LINKS } from './visits/links.ts';
import { MISTAKES } from './visits/mistakes.ts';
import { TERMS } from './visits/terms.ts';
import { THREADS } from './visits/threads.ts';
import { WAITING } from './visits/waiting.ts';

/** The first audit of those that wait. */
async function openDesk(page: Page): Promise<void> {
  await page.goto('/staff/audits?kind=audit');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
}

const SEARCH_NARROWED = '/search?q=user%3Atom+sim&solved=1&sort=newest';

const FORUM: Visit[] = [
  { name: 'home, signed out', as: 'nobody', open: at('/') },
  { name: 'home, signed in', as: 'Tom', open: at('/') },
  { name: 'the latest questions', as: 'nobody', open: at('/questions?tab=latest') },
  { name: 'a topic', as: 'Tom', open: at('/topics/roaming') },
  { name: 'the open questions', as: 'nobody', open: at('/questions?tab=open') },
  { name: 'what nobody has answered', as: 'nobody', open: at('/questions?tab=unanswered') },
  { name: 'what nobody has answered, signed in', as: 'Tom', open: at('/questions?tab=unanswered') },
  {
    ...{ name: 'what nobody has answered, to a moderator', as: 'Hannah' },
    open: at('/questions?tab=unanswered'),
  },
  { name: 'the solved questions', as: 'nobody', open: at('/questions?tab=solved') },
  { name: 'the questions one follows', as: 'Priya', open: at('/questions?tab=following') },
  {
    ...{ name: 'the second page of a list', as: 'nobody' },
    open: async (page) => {
      await page.goto('/questions?tab=latest');
      await page.getByRole('main').getByRole('link', { name: 'Older questions' }).click();
    },
  },
  { name: 'the topics', as: 'nobody', open: at('/topics') },
  {
    ...{ name: 'a topic', as: 'nobody' },
    open: async (page) => {
      await page.goto('/topics');
      await page.getByRole('main').getByRole('link').first().click();
    },
  },
  { name: 'an open question', as: 'nobody', open: at(({ open }) => open) },
  { name: 'an open question, signed in', as: 'Tom', open: at(({ open }) => open) },
  { name: 'a question without an answer', as: 'nobody', open: at((all) => all.unanswered) },
  { name: 'a solved question', as: 'nobody', open: at(({ solved }) => solved) },
  { name: 'a solved question, to a moderator', as: 'Hannah', open: at(({ solved }) => solved) },
  {
    name: 'a question solved by no single answer',
    as: 'nobody',
    open: at((a) => a.noSingleAnswer),
  },
  { name: 'a question whose answer failed its audit', as: 'nobody', open: at((all) => all.failed) },
  { name: 'a question with a removed answer', as: 'nobody', open: at((all) => all.tombstone) },
  { name: 'one’s own question', as: 'Una', open: at(({ ofUna }) => ofUna) },
  { name: 'the history of a question', as: 'nobody', open: at((all) => `${all.edited}/history`) },
  {
    ...{ name: 'the history of an answer', as: 'nobody' },
    open: at((all) => `${all.editedAnswer}/history`),
  },
  { name: 'the form for a question', as: 'Priya', open: at('/ask') },
  { name: 'the form for a question, signed out', as: 'nobody', open: at('/ask?title=No+signal') },
  {
    ...{ name: 'what asks the same as one is typing', as: 'nobody' },
    open: async (page) => {
      await page.goto('/ask');
      await page.getByLabel('Your question').fill(QUESTION.title);
      await page.getByRole('heading', { name: 'Does one of these answer it?' }).waitFor();
    },
  },
  {
    ...{ name: 'that one found the answer while asking', as: 'nobody' },
    open: async (page) => {
      await page.goto(`/ask?title=${encodeURIComponent(QUESTION.title)}`);
      await press(page, 'That’s my answer');
    },
  },
  {
    ...{ name: 'the preview of a question', as: 'nobody' },
    open: async (page) => {
      await writeQuestion(page);
      await press(page, 'Preview');
    },
  },
  {
    ...{ name: 'a question with mistakes', as: 'Priya', status: 422 },
    open: async (page) => {
      await page.goto('/ask');
      await page.getByLabel('What’s happening?').fill('Hm');
      await press(page, 'Post question');
    },
  },
  {
    ...{ name: 'a question with a phone number in it', as: 'Priya', status: 422 },
    open: async (page) => {
      await writeQuestion(page);
      await page
        .getByLabel('What’s happening?')
        .fill('Ring me on 07700 900412, or una@example.com.');
      await press(page, 'Post question');
    },
  },
  {
    ...{ name: 'a comment with a PUK in it', as: 'Priya', status: 422 },
    open: async (page, { solved }) => {
      await page.goto(solved);
      await page.locator('.comments > summary').first().click();
      await page.getByLabel('Add a comment').first().fill('My PUK is 12345678.');
      await press(page, 'Post comment');
    },
  },
  {
    ...{ name: 'the preview of an answer', as: 'nobody' },
    open: async (page, { open }) => {
      await page.goto(open);
      await page.locator('#reply textarea').fill('Switch it off, count to ten, and **on** again.');
      await press(page, 'Preview');
    },
  },
  {
    ...{ name: 'whom one may mean after an @', as: 'Tom' },
    open: async (page, { open }) => {
      await page.goto(open);
      await page.locator('#body').pressSequentially('Ask @');
      await page.getByRole('listbox', { name: 'Members' }).waitFor();
    },
  },
  {
    ...{ name: 'the toolbar over a comment', as: 'Tom' },
    open: async (page, { open }) => {
      await page.goto(open);
      await page.locator('.comments > summary').first().click();
      await page.getByLabel('Add a comment').first().focus();
      await page.getByRole('toolbar').first().waitFor();
    },
  },
  {
    ...{ name: 'an answer with a quote and a picture', as: 'Tom' },
    open: async (page, { open }) => {
      await page.goto(open);
      await page.locator('[data-quote]').first().click();
      await page.locator('#body-pic summary').click();
      const picture = { name: 'bars.png', mimeType: 'image/png', buffer: await aPng() };
      await page.locator('#picture').setInputFiles(picture);
      await page.locator('#alt').fill('Two bars of signal');
      await press(page, 'Put it into the text');
      await page.getByText('The picture is in the text.').waitFor();
      await press(page, 'Post answer');
      await page.getByRole('main').getByRole('img', { name: 'Two bars of signal' }).waitFor();
    },
  },
  {
    ...{ name: 'the form for a better version', as: 'Una' },
    open: async (page, { ofUna }) => {
      await page.goto(ofUna);
      await page.getByRole('link', { name: 'Edit this' }).first().click();
    },
  },
  { name: 'a search', as: 'nobody', open: at('/search?q=esim') },
  { name: 'a search that finds nothing', as: 'nobody', open: at('/search?q=rhinoceros') },
  {
    ...{ name: 'a search for more than there is', as: 'nobody' },
    open: at('/search?q=esim+rhinoceros+%5Bnowhere%5D'),
  },
  { name: 'a search in one topic, the newest first', as: 'nobody', open: at(SEARCH_NARROWED) },
  { name: 'a search for nothing yet', as: 'nobody', open: at('/search') },
  { name: 'a profile', as: 'nobody', open: at('/u/Tom') },
  { name: 'one’s own profile', as: 'Priya', open: at('/u/Priya') },
  { name: 'a profile of the team', as: 'nobody', open: at('/u/Hannah') },
  { name: 'a profile of whom one may block', as: 'Priya', open: at('/u/Gwen') },
  { name: 'the answers of a member', as: 'nobody', open: at('/u/Tom/answers') },
  { name: 'whom a member helped', as: 'nobody', open: at('/u/Tom/helped') },
  { name: 'the questions of a member', as: 'nobody', open: at('/u/Priya/questions') },
  { name: 'the guides that credit a member', as: 'nobody', open: at('/u/Tom/guides') },
  { name: 'a list of a member that is empty', as: 'nobody', open: at('/u/Leo-Marsh/helped') },
  { name: 'what levels mean', as: 'nobody', open: at('/levels') },
];

const ACCOUNT: Visit[] = [
  { name: 'where one stands', as: 'Priya', open: at('/me/standing') },
  { name: 'one’s reports', as: 'Priya', open: at('/me/reports') },
  { name: 'one’s appeals', as: 'Tom', open: at('/appeals') },
  { name: 'the notifications', as: 'Tom', open: at('/notifications') },
  { name: 'what one is told', as: 'Priya', open: at('/settings/notifications') },
  {
    name: 'what one is told in a topic',
    as: 'Priya',
    open: at('/settings/notifications?topic=handsets'),
  },
  {
    name: 'a mail of the site’s that ran out',
    as: 'nobody',
    status: 410,
    open: at('/n/off/not-ours'),
  },
  { name: 'the off switch of a mail', as: 'nobody', open: at(({ off }) => off) },
  {
    ...{ name: 'the off switch of a mail, pressed', as: 'nobody' },
    open: async (page, { off }) => {
      await page.goto(off);
      await page.getByRole('main').getByRole('button').first().click();
    },
  },
  { name: 'what fixed it, from a mail', as: 'nobody', open: at(({ fixed }) => fixed) },
  { name: 'no notifications', as: 'Jordan', open: at('/notifications') },
  { name: 'one’s own profile, as a newcomer', as: 'Zoe', open: at('/u/Zoe') },
  { name: 'one’s own profile, as an expert', as: 'Tom', open: at('/u/Tom') },
  { name: 'no appeals', as: 'Zoe', open: at('/appeals') },
  { name: 'no reports', as: 'Zoe', open: at('/me/reports') },
  { name: 'whom one has blocked', as: 'Priya', open: at('/settings/blocked') },
  {
    name: 'the form to say that an answer no longer works',
    as: 'Una',
    open: at((all) => `${all.acceptedAnswer}/outdated`),
  },
  {
    name: 'thanks for saying that an answer works',
    as: 'nobody',
    open: at((all) => `${all.acceptedAnswer}/fixed?said=yes`),
  },
  {
    name: 'a way on from an answer that did not work',
    as: 'nobody',
    open: at((all) => `${all.acceptedAnswer}/fixed?said=no`),
  },
  { name: 'the form to report', as: 'Una', open: at((all) => `/report${all.acceptedAnswer}`) },
  { name: 'the reports, to a moderator', as: 'Hannah', open: at('/staff/reports') },
  { name: 'the appeals, to a moderator', as: 'Hannah', open: at('/staff/appeals') },
  {
    ...{ name: 'the sanctions of a member', as: 'Hannah' },
    open: at('/staff/members/Tom/sanctions'),
  },
  { name: 'the texts of sanctions', as: 'Ada', open: at('/admin/sanction-texts') },
  { name: 'a text of sanctions', as: 'Ada', open: at('/admin/sanction-texts/rude') },
  { name: 'sign-in', as: 'nobody', open: at('/sign-in') },
  {
    ...{ name: 'a sign-in that fails', as: 'nobody', status: 422 },
    open: async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel('Email address').fill('priya@goodline.example');
      await page.getByLabel('Password').fill('not my password');
      await press(page, 'Sign in');
    },
  },
  {
    ...{ name: 'sign-in with a draft kept', as: 'nobody', status: 401 },
    open: async (page) => {
      await writeQuestion(page);
      // Whoever is quicker than the look for what asks the same is shown that first.
      await page.locator('input[name=similar][value=seen]').waitFor({ state: 'attached' });
      await press(page, 'Post question');
    },
  },
  { name: 'the form to join', as: 'nobody', open: at('/join') },
  {
    ...{ name: 'joining with mistakes', as: 'nobody', status: 422 },
    open: async (page) => {
      await page.goto('/join');
      await page.getByLabel('Name').fill('Tom');
      await page.getByLabel('Password').fill('short');
      await press(page, 'Join');
    },
  },
  { name: 'the welcome', as: 'nobody', open: at('/welcome') },
  { name: 'the form to reset a password', as: 'nobody', open: at('/reset') },
  {
    ...{ name: 'a reset with mistakes', as: 'nobody', status: 422 },
    open: async (page) => {
      await page.goto('/reset');
      await press(page, 'Send me a link');
    },
  },
  {
    ...{ name: 'a reset that was sent', as: 'nobody' },
    open: async (page) => {
      await page.goto('/reset');
      await page.getByLabel('Email address').fill('priya@goodline.example');
      await press(page, 'Send me a link');
    },
  },
  { name: 'one’s conversations with the team', as: 'Priya', open: at('/me/conversations') },
  { name: 'no conversations with the team', as: 'Una', open: at('/me/conversations') },
  {
    ...{ name: 'a conversation with the team', as: 'Priya' },
    open: async (page) => {
      await page.goto('/me/conversations');
      await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    },
  },
  {
    ...{ name: 'the form for a private question', as: 'Priya' },
    open: at('/ask?private=1'),
  },
  { name: 'a link that has ended', as: 'nobody', status: 410, open: at('/reset/nothing') },
  { name: 'the settings', as: 'Priya', open: at('/settings') },
  {
    name: 'the settings before one’s address is confirmed',
    as: 'Zoe',
    open: at('/settings'),
  },
  { name: 'the settings of the password', as: 'Priya', open: at('/settings/password') },
  { name: 'the settings of the address', as: 'Priya', open: at('/settings/email') },
  { name: 'the settings of the colours', as: 'nobody', open: at('/settings/appearance') },
  {
    ...{ name: 'settings with mistakes', as: 'Priya', status: 422 },
    open: async (page) => {
      await page.goto('/settings/password');
      await press(page, /password/i);
    },
  },
  { name: 'a full wallet', as: 'Tom', open: at('/wallet') },
  { name: 'a receipt', as: 'Tom', open: at((all) => all.receipt) },
  { name: 'an empty wallet', as: 'Priya', open: at('/wallet') },
];

const STAFF: Visit[] = [
  { name: 'what was searched for', as: 'Hannah', open: at('/staff/searches') },
  { name: 'the synonyms', as: 'Hannah', open: at('/staff/synonyms?words=spend+cap') },
  {
    ...{ name: 'synonyms with mistakes', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/synonyms');
      await page.getByLabel('Words that mean the same').fill('alone');
      await press(page, 'Add it');
    },
  },
  { name: 'the audit queue', as: 'Hannah', open: at('/staff/audits') },
  { name: 'several at once', as: 'Hannah', open: at('/staff/bulk?act=pass&all=1') },
  { name: 'canned notes', as: 'Hannah', open: at('/staff/canned-notes') },
  { name: 'canned answers', as: 'Hannah', open: at('/staff/canned-answers') },
  {
    ...{ name: 'an answer with a canned text in it', as: 'Hannah' },
    open: async (page, { acceptedAnswer }) => {
      await page.goto(acceptedAnswer);
      await press(page, 'Put it in');
    },
  },
  { name: 'the keys of the desk', as: 'Hannah', open: at('/settings/keyboard') },
  { name: 'the audit desk', as: 'Hannah', open: openDesk },
  { name: 'the audit desk, decided', as: 'Hannah', open: at((all) => all.decidedAudit) },
  {
    ...{ name: 'the form to remove an answer', as: 'Hannah' },
    open: at((all) => `${all.acceptedAnswer}/removal`),
  },
  {
    ...{ name: 'a removal with mistakes', as: 'Hannah', status: 422 },
    open: async (page, { acceptedAnswer }) => {
      await page.goto(`${acceptedAnswer}/removal`);
      await press(page, /remove/i);
    },
  },
  {
    ...{ name: 'the form to restore an answer', as: 'Hannah' },
    open: at((all) => `${all.removedAnswer}/removal`),
  },
  {
    ...{ name: 'choosing what to merge a question into', as: 'Hannah' },
    open: at(({ open }) => `${numbered(open)}/merge`),
  },
  {
    ...{ name: 'what a merge would do', as: 'Hannah' },
    open: at(({ open, solved }) => `${numbered(open)}/merge?into=${solved}`),
  },
  { name: 'likely duplicates', as: 'Hannah', open: at('/staff/duplicates') },
  {
    ...{ name: 'suggesting that a question asks what another does', as: 'Olu-Adeyemi' },
    open: at(({ open }) => `${numbered(open)}/same`),
  },
  { name: 'what is not the same', as: 'Hannah', open: at('/staff/duplicates?show=apart') },
  {
    ...{ name: 'choosing what to split off', as: 'Hannah' },
    open: at(({ open }) => `${numbered(open)}/split`),
  },
  {
    ...{ name: 'splitting off nothing', as: 'Hannah' },
    open: at(({ open }) => `${numbered(open)}/split?pick=1`),
  },
  {
    ...{ name: 'what a split would do', as: 'Hannah' },
    open: async (page, { open }) => {
      await page.goto(`${numbered(open)}/split`);
      await page.getByRole('checkbox').first().check();
      await press(page, 'See what would happen');
    },
  },
  {
    ...{ name: 'moving, locking or pinning a thread', as: 'Hannah' },
    open: at(({ open }) => `${numbered(open)}/thread`),
  },
  {
    ...{ name: 'an unanswered question, to act on', as: 'Hannah' },
    open: at(({ unansweredDesk }) => unansweredDesk),
  },
  { name: 'the lists of words', as: 'Hannah', open: at('/staff/word-lists') },
  {
    ...{ name: 'a word without a reason', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/word-lists');
      await press(page, 'Put it on the list');
    },
  },
  { name: 'how much may be posted', as: 'Ada', open: at('/admin/posting') },
  {
    ...{ name: 'a limit of posts with mistakes', as: 'Ada', status: 422 },
    open: async (page) => {
      await page.goto('/admin/posting');
      await press(page, 'Set the limits');
    },
  },
  { name: 'the keys of a steward', as: 'Olu-Adeyemi', open: at('/settings/keyboard') },
  {
    ...{ name: 'a fix with something personal in it', as: 'Hannah', status: 422 },
    open: async (page) => {
      await openDesk(page);
      await page.getByText('Mend the text yourself').click();
      await page.getByLabel('What the answer should say').fill('Ring Beth on 07700 900412.');
      await press(page, /save the fix/i);
    },
  },
  { name: 'cases of fraud', as: 'Hannah', open: at('/staff/fraud') },
  { name: 'closed cases of fraud', as: 'Hannah', open: at('/staff/fraud?state=closed') },
  { name: 'a case of fraud', as: 'Hannah', open: at('/staff/fraud/1') },
  {
    ...{ name: 'a case of fraud, without a reason', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/fraud/1');
      await press(page, /harmless/);
    },
  },
  { name: 'the dial', as: 'Hannah', open: at('/staff/governance') },
  {
    ...{ name: 'a topic on the dial', as: 'Ada' },
    open: at('/staff/governance/topics/handsets'),
  },
  {
    ...{ name: 'a turn of the dial without a reason', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/governance/topics/handsets');
      await press(page, 'Turn the dial');
    },
  },
  { name: 'the stewards', as: 'Hannah', open: at('/staff/governance/stewards') },
  {
    ...{ name: 'an invitation with mistakes', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/governance/stewards');
      await press(page, 'Invite');
    },
  },
  { name: 'the thresholds of the dial', as: 'Hannah', open: at('/staff/governance/settings') },
  { name: 'what stewards undertake', as: 'Hannah', open: at('/staff/governance/undertaking') },
  {
    ...{ name: 'the topics of a steward', as: 'Hannah' },
    open: at('/staff/governance/stewards/1/topics'),
  },
  { name: 'an invitation to be a steward', as: 'Tom', open: at('/steward/invitation') },
  { name: 'the stewards’ desk', as: 'Olu-Adeyemi', open: at('/steward/audits') },
  { name: 'a check by a steward', as: 'Olu-Adeyemi', open: at((all) => all.stewardAudit) },
  { name: 'the log', as: 'Hannah', open: at('/staff/log') },
  { name: 'the log, to finance', as: 'Jordan', open: at('/staff/log?act=verdict-pass') },
  { name: 'the public record', as: 'nobody', open: at('/decisions') },
  { name: 'what looks personal', as: 'Hannah', open: at('/staff/personal-data') },
  {
    ...{ name: 'what looks personal, without a reason', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/personal-data');
      await press(page, 'Let readers see it');
    },
  },
  {
    ...{ name: 'what looked personal', as: 'Hannah' },
    open: at('/staff/personal-data?state=decided'),
  },
  { name: 'the private cases', as: 'Hannah', open: at('/staff/cases') },
  { name: 'no private cases', as: 'Hannah', open: at('/staff/cases?show=mine') },
  { name: 'a private case', as: 'Hannah', open: at((all) => all.waitingCase) },
  { name: 'a private case that is closed', as: 'Hannah', open: at((all) => all.closedCase) },
  {
    ...{ name: 'a private case with mistakes', as: 'Hannah', status: 422 },
    open: async (page, { waitingCase }) => {
      await page.goto(waitingCase);
      await press(page, /^Send to/);
    },
  },
  {
    ...{ name: 'a message that is taken out', as: 'Ada' },
    open: async (page, { waitingCase }) => {
      await page.goto(waitingCase);
      await page
        .getByRole('link', { name: /^Take out/ })
        .first()
        .click();
    },
  },
  { name: 'the canned replies', as: 'Hannah', open: at('/staff/case-replies') },
  {
    ...{ name: 'a canned reply with mistakes', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/case-replies');
      await press(page, 'Add it');
    },
  },
  {
    ...{ name: 'a private case with a canned reply in it', as: 'Hannah' },
    open: async (page, { waitingCase }) => {
      await page.goto(waitingCase);
      await press(page, 'Put it in');
    },
  },
  { name: 'the private cases, to an admin', as: 'Ada', open: at('/staff/cases?show=all') },
  { name: 'the file of a member', as: 'Hannah', open: at('/staff/members/Tom') },
  { name: 'the file of a member, to an admin', as: 'Ada', open: at('/staff/members/Gwen') },
  {
    ...{ name: 'a note with mistakes', as: 'Hannah', status: 422 },
    open: async (page) => {
      await page.goto('/staff/members/Tom');
      await press(page, 'Keep the note');
    },
  },
  { name: 'how far we agree', as: 'Hannah', open: at('/staff/agreement') },
  { name: 'how far one agrees', as: 'Hannah', open: at('/staff/agreement/me') },
  { name: 'the known items', as: 'Hannah', open: at('/staff/agreement/known') },
  { name: 'how far we agree, to an admin', as: 'Ada', open: at('/admin/agreement') },
  { name: 'the terms for outdated answers', as: 'Ada', open: at('/admin/outdated') },
  { name: 'the terms for unanswered questions', as: 'Ada', open: at('/admin/unanswered') },
  { name: 'the terms for silent askers', as: 'Ada', open: at('/admin/silent') },
  { name: 'what is promised in private', as: 'Ada', open: at('/admin/promise') },
  { name: 'the draws', as: 'Hannah', open: at('/staff/draws') },
  { name: 'a draw', as: 'Hannah', open: at('/staff/draws/1') },
  { name: 'the official answers', as: 'Hannah', open: at('/staff/facts') },
  { name: 'the finance dashboard', as: 'Jordan', open: at('/finance') },
  { name: 'the ledger', as: 'Jordan', open: at('/finance/ledger') },
  { name: 'the ledger without a match', as: 'Jordan', open: at('/finance/ledger?q=rhinoceros') },
  { name: 'a ledger entry', as: 'Jordan', open: at(({ entry }) => entry) },
  { name: 'the books at a past instant', as: 'Jordan', open: at('/finance/as-of') },
  {
    ...{ name: 'the books at no instant', as: 'Jordan', status: 422 },
    open: at('/finance/as-of?at=yesterday'),
  },
  { name: 'a member, to finance', as: 'Jordan', open: at((all) => all.owedMember) },
  { name: 'the totals of a year', as: 'Jordan', open: at('/finance/totals/2025') },
  {
    name: 'a check, to finance',
    as: 'Jordan',
    open: at((all) => `/finance${all.decidedAudit.slice(6)}`),
  },
  {
    ...{ name: 'the ledger with mistakes', as: 'Jordan', status: 422 },
    open: at('/finance/ledger?least=much&ref=%27'),
  },
  { name: 'the reward rules', as: 'Jordan', open: at('/finance/rules') },
  { name: 'a rule set', as: 'Jordan', open: at('/finance/rules/1') },
  { name: 'the form for new rules', as: 'Jordan', open: at('/finance/rules/new') },
  {
    ...{ name: 'new rules with mistakes', as: 'Jordan', status: 422 },
    open: async (page) => {
      await page.goto('/finance/rules/new');
      await page.getByLabel('What an accepted answer earns').fill('much');
      await press(page, 'Save the draft');
    },
  },
  {
    ...{ name: 'rules tried on the past', as: 'Jordan' },
    open: async (page) => {
      await page.goto('/finance/rules/1');
      await press(page, 'Try it');
    },
  },
  { name: 'the budget of a month', as: 'Jordan', open: at('/finance/rules/budget') },
  { name: 'what fraud came to', as: 'Jordan', open: at('/finance/fraud') },
  { name: 'the cost of a question', as: 'Jordan', open: at('/finance/costs') },
  { name: 'the months', as: 'Jordan', open: at('/finance/close') },
  { name: 'an open month', as: 'Jordan', open: at(({ openMonth }) => openMonth) },
  { name: 'a month that waits to be closed', as: 'Jordan', open: at((all) => all.closingMonth) },
  { name: 'the exports', as: 'Jordan', open: at('/finance/exports') },
  {
    ...{ name: 'a file that was taken', as: 'Jordan' },
    open: async (page) => {
      await page.goto('/finance/exports');
      const download = page.waitForEvent('download');
      await press(page, 'Export');
      await (await download).cancel();
      await page.goto('/finance/exports');
      await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click();
      await page.getByRole('heading', { name: /^Export \d/ }).waitFor();
    },
  },
  { name: 'the general ledger’s codes', as: 'Jordan', open: at('/finance/gl-mapping') },
  {
    ...{ name: 'the general ledger’s codes with mistakes', as: 'Jordan', status: 422 },
    open: async (page) => {
      await page.goto('/finance/gl-mapping');
      await press(page, 'Change it');
    },
  },
  { name: 'the members', as: 'Ada', open: at('/admin/members') },
  { name: 'a member', as: 'Ada', open: at(({ member }) => member) },
  { name: 'the roles', as: 'Ada', open: at('/admin/roles') },
  { name: 'the topics of an admin', as: 'Ada', open: at('/admin/topics') },
  { name: 'a topic of an admin', as: 'Ada', open: at('/admin/topics/roaming') },
  { name: 'the texts', as: 'Ada', open: at('/admin/texts') },
  { name: 'a text', as: 'Ada', open: at('/admin/texts/rewards') },
  {
    ...{ name: 'the preview of a text', as: 'Ada' },
    open: async (page) => {
      await page.goto('/admin/texts/rewards');
      await press(page, 'Preview');
    },
  },
  { name: 'the mails of an admin', as: 'Ada', open: at('/admin/mails') },
  { name: 'the site’s settings', as: 'Ada', open: at('/admin/settings') },
];

const ADJUSTMENTS: Visit[] = [
  { name: 'what waits for approval', as: 'Jordan', open: at('/finance/approvals') },
  { name: 'the adjustments', as: 'Jordan', open: at('/finance/adjustments') },
  {
    ...{ name: 'the adjustments that expired', as: 'Jordan' },
    open: at('/finance/adjustments?show=expired'),
  },
  { name: 'an adjustment', as: 'Jordan', open: at(({ adjustment }) => adjustment) },
  {
    ...{ name: 'an adjustment that waits', as: 'Jordan' },
    open: at(({ askedAdjustment }) => askedAdjustment),
  },
  { name: 'the form of an adjustment', as: 'Jordan', open: at('/finance/adjustments/new') },
  {
    ...{ name: 'the preview of an adjustment', as: 'Jordan' },
    open: async (page) => {
      await page.goto('/finance/adjustments/new');
      await page.getByLabel('Money leaves').selectOption('expense:rewards');
      await page.getByLabel('Money arrives at').selectOption('member');
      await page.getByLabel('Member it goes to').fill('Tom');
      await page.getByLabel('Amount').fill('12.50');
      await page.getByLabel('Why').fill('His check took three weeks.');
      await page.getByLabel('What it rests on').fill('Ticket 2291');
      await press(page, 'Show debit and credit');
    },
  },
  {
    ...{ name: 'an adjustment with mistakes', as: 'Jordan', status: 422 },
    open: async (page) => {
      await page.goto('/finance/adjustments/new');
      await press(page, 'Ask for approval');
    },
  },
];

const TEXTS: Visit[] = [
  ...['rewards', 'guidelines', 'decisions', 'status', 'api', 'accessibility', 'privacy'],
].map((slug) => ({ name: `the text ${slug}`, as: 'nobody', open: at(`/${slug}`) }));

const REFUSALS: Visit[] = [
  { name: 'a page that is not there', as: 'nobody', status: 404, open: at('/nothing/here') },
  { name: 'a page that is not there, to a member', as: 'Tom', status: 404, open: at('/finance') },
  { name: 'a page for members only', as: 'nobody', open: at('/wallet') },
  {
    ...{ name: 'somebody else’s answer', as: 'Priya', status: 403 },
    open: at((all) => `${all.acceptedAnswer}/edit`),
  },
  { name: 'a removed answer', as: 'nobody', status: 410, open: at((all) => all.removedAnswer) },
  {
    ...{ name: 'a decision that somebody has made meanwhile', as: 'Hannah', status: 409 },
    open: async (page, { decidedAudit }) => {
      await openDesk(page);
      await page
        .locator('#decide')
        .evaluate((form, action) => form.setAttribute('action', action), `${decidedAudit}/verdict`);
      await page.locator('#decide [value=pass]').click();
    },
  },
  {
    ...{ name: 'an edit of what somebody has edited meanwhile', as: 'Una', status: 409 },
    open: async (page, { ofUna }) => {
      await page.goto(ofUna);
      await page.getByRole('link', { name: 'Edit this' }).first().click();
      await page.locator('[name=version]').evaluate((field) => field.setAttribute('value', '99'));
      await press(page, /save/i);
    },
  },
  {
    ...{ name: 'more than a form can take', as: 'Priya', status: 413 },
    open: async (page) => {
      await writeQuestion(page);
      const body = page.getByLabel('What’s happening?');
      await body.evaluate((field) => field.removeAttribute('maxlength'));
      await body.fill('Still no signal. '.repeat(20_000));
      await press(page, 'Post question');
    },
  },
  {
    ...{ name: 'too much at once', as: 'nobody', status: 429 },
    open: async (page) => {
      for (let times = 0; times < 6; times += 1) {
        await page.goto('/reset');
        await page.getByLabel('Email address').fill('somebody@goodline.example');
        await press(page, 'Send me a link');
      }
    },
  },
];

/** Every kind of page that there is. */
export const VISITS: readonly Visit[] = [
  ...FORUM,
  ...ACCOUNT,
  ...STAFF,
  ...ADJUSTMENTS,
  ...HOMES,
  ...LINKS,
  ...GUIDES,
  ...DRAFTS,
  ...DISPUTES,
  ...WAITING,
  ...THREADS,
  ...HANDLING,
  ...TERMS,
  ...MISTAKES,
  ...TEXTS,
  ...REFUSALS,
];
