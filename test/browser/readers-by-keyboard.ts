import { expect } from 'chai';

import { aTypist, PHONE, type Typist } from './typist.ts';
import type { Visitors } from './visitors.ts';
import type { Who } from './visiting.ts';

/** Finding, following and keeping, and what the team does with what was found, by keys alone. */
export function readersByKeyboard(visitors: Visitors): void {
  describe('without a pointer ', () => {
    let at: Typist;
    const sitDown = async (as: Who, path: string, viewport?: typeof PHONE) => {
      at = await aTypist(visitors, as, path, viewport);
    };
    afterEach(() => at.leave());

    it('one searches on a phone, narrows it, and asks what is not found', async () => {
      await sitDown('nobody', '/search', PHONE);
      await at.type('What do you need help with?', 'esim');
      await at.press('button', 'Search');
      for (const way of ['Not solved', 'Newest', /^SIM and eSIM/]) await at.press('link', way);
      expect(new URL(at.page.url()).search).to.equal('?q=esim&topic=sim-esim&solved=0&sort=newest');

      await at.page.goto('/search');
      await at.type('What do you need help with?', 'rhinoceros');
      await at.press('button', 'Search');
      await at.press('link', /^Ask/);

      expect(await at.page.getByLabel('Your question').inputValue()).to.equal('rhinoceros');
    });

    it('one follows a topic and a question, and stops', async () => {
      await sitDown('Priya', '/topics/porting');
      await at.press('button', 'Follow this topic');
      expect(await at.at()).to.not.equal('');
      await at.page.goto(visitors.places().unanswered);
      for (const way of ['Follow', 'Following', 'Mute this thread']) {
        await at.press('button', way);
        expect(await at.at(), way).to.not.equal('');
      }
    });

    it('one puts an answer by, and goes on with it', async () => {
      await sitDown('Una', visitors.places().unanswered, PHONE);
      await at.type('Your answer', 'Take the card out first.');
      await at.press('button', 'Save draft');
      expect(await at.at()).to.include('Know the answer?');

      await at.page.goto('/me/drafts');
      await at.goTo(at.page.getByRole('main').getByRole('link').first());
      await Promise.all([at.page.waitForEvent('load'), at.page.keyboard.press('Enter')]);

      expect(await at.page.locator('#body').inputValue()).to.equal('Take the card out first.');
    });

    it('a moderator makes a guide of an answer, after a reminder to say what it is', async () => {
      await sitDown('Hannah', visitors.places().acceptedAnswer);
      await at.press('link', /^Make a guide of this/);
      await at.type('Title', '');
      await at.press('button', /^(?:Save|Keep)/);
      expect(await at.at()).to.include('There’s a problem');

      await at.type('Title', 'What to do first');
      await at.press('button', /^(?:Save|Keep)/);
      expect(await at.at()).to.not.equal('');
      await at.press('button', 'Publish');

      expect(await at.at()).to.not.equal('');
    });

    it('a moderator merges two that ask the same, after a look at both', async () => {
      const { open, unanswered } = visitors.places();
      const [from, into] = [unanswered, open].map((path) => path.split('/')[2]);
      await sitDown('Hannah', `/q/${String(from)}/merge?into=${String(into)}`);
      await at.type('Why they are one', 'The same fault.');
      await at.press('button', 'Merge them');

      expect(await at.at()).to.not.equal('');
    });

    it('an admin sets terms, with a reason', async () => {
      await sitDown('Ada', '/admin/silent');
      await at.type('Days of silence', '11');
      await at.press('button', 'Set the terms');
      expect(await at.at()).to.include('There’s a problem');

      await at.type('Why they change', 'Askers need a day more.');
      await at.press('button', 'Set the terms');

      expect(await at.at()).to.not.equal('');
    });
  });
}
