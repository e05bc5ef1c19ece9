import { expect } from 'chai';

import { aMember, anAnswer, aQuestion } from '../support/make.ts';
import type { Served } from '../support/served.ts';
import type { Visitors } from './visitors.ts';
import { aTypist, PHONE, type Typist } from './typist.ts';

const PASSWORD = 'seven plain words are quite enough here';

/** What a community is for, done without a pointer; after each thing the focus is at what came of it. */
export function byKeyboard(served: Served, visitors: Visitors): void {
  describe('whoever has only a keyboard can ', () => {
    let kay: Typist;
    let question = '';

    it('join, and confirm an address', async () => {
      kay = await aTypist(visitors, 'nobody', '/');
      await kay.press('link', 'Join');
      await kay.press('button', 'Join');
      expect(await kay.at()).to.include('There’s a problem');

      await kay.type('Name', 'Kay');
      await kay.type('Email address', 'kay@example.com');
      await kay.type('Password', PASSWORD);
      await kay.press('button', 'Join');
      await kay.page.goto('/dev/mail');
      await kay.press('link', /confirm/i);
      await kay.press('link', '/verify/');
      await kay.press('button', 'Confirm my address');

      expect(await kay.at()).to.include('Your email address is confirmed.');
    });

    it('ask, past those that ask the same and with a look at it before', async () => {
      await kay.press('link', 'Ask a question');
      await kay.type('Your question', 'Why does my eSIM stay on “Activating” for hours?');
      await kay.page.getByRole('heading', { name: 'Does one of these answer it?' }).waitFor();
      await kay.goTo(kay.page.getByRole('button', { name: 'That’s my answer' }).first());
      await kay.pick('Topic', 'Roaming');
      await kay.type('What’s happening?', 'It began this morning.');
      await kay.goTo(kay.page.getByRole('button', { name: 'Preview' }));
      await kay.page.keyboard.press('Enter');
      await kay.page.getByRole('region', { name: 'This is how it will look' }).waitFor();
      expect(await kay.at()).to.equal('Preview');

      await kay.press('button', 'Post question');

      expect(await kay.at()).to.not.equal('');
      question = new URL(kay.page.url()).pathname;
    });

    it('answer on a phone, with a comment on what one wrote', async () => {
      const tom = await aTypist(visitors, 'Tom', question, PHONE);
      await tom.type('Your answer', 'Take the card out and count to ten.');
      await tom.press('button', 'Post answer');
      expect(await tom.at()).to.include('Take the card out');

      await tom.unfold('Add a comment on this answer from Tom');
      await tom.type('Add a comment on this answer from Tom', 'Ten is enough.');
      await tom.press('button', /^Post comment on this answer/);

      expect(await tom.at()).to.include('Ten is enough.');
      await tom.leave();
    });

    it('accept, take it back, and accept again', async () => {
      await kay.page.goto(question);
      await kay.press('button', /^This fixed it/);
      expect(await kay.at()).to.include('Accepted answer');

      await kay.press('button', /^Withdraw/);
      expect(await kay.at()).to.include('Take the card out');

      await kay.press('button', /^This fixed it/);
      expect(await kay.at()).to.include('Accepted answer');
    });

    it('vote, follow, edit, report and block on a phone', async () => {
      const asker = await aMember(served.owner);
      const { id } = await aQuestion(served.owner, { author_id: asker.id });
      const { author_id } = await anAnswer(served.owner, { question_id: id });
      const una = await aTypist(visitors, 'Una', `/q/${String(id)}`, PHONE);
      await una.press('button', /^Helpful/);
      expect(await una.at()).to.include('this answer from');
      await una.press('button', /I have this too/);
      expect(await una.at()).to.not.equal('');
      await una.press('link', /^Report this answer/);
      await una.press('button', 'Unsafe advice');
      await una.page.getByRole('status').getByText('we’ll tell you what comes of it').waitFor();
      expect(await una.at()).to.include('this answer from');

      const author = await served.owner('members').where({ id: author_id }).first();
      await una.page.goto(`/u/${author!.name}`);
      await una.press('button', /^Block/);
      expect(await una.at()).to.include('Blocked.');
      await una.page.goto(visitors.places().ofUna);
      await una.press('link', 'Edit this question');
      await una.press('button', /save/i);
      expect(await una.at()).to.not.equal('');
      await una.leave();
    });

    it('read what one was told, choose what one is told, and leave', async () => {
      await kay.page.goto('/');
      await kay.press('link', /^Notifications/);
      await kay.page.goto('/settings');
      await kay.press('link', 'What we tell you');
      await kay.press('button', 'Save');
      expect(await kay.at()).to.include('Saved.');

      await kay.unfold('Your account');
      await kay.press('button', 'Sign out');

      expect(await kay.at()).to.equal('You’re signed out.');
      await kay.leave();
    });
  });
}
