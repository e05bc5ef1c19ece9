import { expect } from 'chai';

import { aMember, anAnswer } from '../support/make.ts';
import type { Served } from '../support/served.ts';
import { aTypist, type Typist } from './typist.ts';
import type { Visitors } from './visitors.ts';
import type { Who } from './visiting.ts';

/** What the team does all day, done without a pointer. */
export function staffByKeyboard(served: Served, visitors: Visitors): void {
  describe('with a keyboard alone, ', () => {
    let at: Typist;
    const sitDown = async (as: Who, path: string) => {
      at = await aTypist(visitors, as, path);
    };
    afterEach(() => at.leave());

    it('a moderator passes an answer, and takes it back', async () => {
      await sitDown('Hannah', '/staff/audits?kind=audit');
      const line = at.page.getByRole('main').getByRole('listitem').first().getByRole('link');
      await at.press('link', (await line.innerText()).split('\n')[0]!);
      await at.press('button', /Pass and pay/);
      expect(await at.at()).to.match(/passed/i);

      await at.press('button', /^Undo/);

      expect(await at.at()).to.not.equal('');
    });

    it('a moderator removes an answer, after a reminder to say why', async () => {
      const { id } = await anAnswer(served.owner);
      await sitDown('Hannah', `/a/${String(id)}/removal`);
      await at.press('button', 'Remove this answer');
      expect(await at.at()).to.include('There’s a problem');

      await at.choose(/unsafe/i);
      await at.press('button', 'Remove this answer');

      expect(await at.at()).to.match(/removed/i);
    });

    it('a moderator decides a report, and warns whoever wrote it', async () => {
      const { id, question_id } = await anAnswer(served.owner);
      await sitDown('Una', `/report/a/${String(id)}`);
      await at.press('button', 'Unsafe advice');
      await at.leave();
      const question = await served.owner('questions').where({ id: question_id }).first();

      await sitDown('Hannah', '/staff/reports');
      await at.press('link', question!.title);
      await at.choose('Leave it, and warn whoever wrote it');
      await at.pick('What a warning is about', 'Unsafe advice');
      await at.press('button', 'Decide');

      expect(await at.at()).to.include('Decided.');
    });

    it('a moderator writes in a private case', async () => {
      await sitDown('Hannah', visitors.places().waitingCase);
      await at.press('button', /^Send to/);
      expect(await at.at()).to.include('problem');

      await at.goTo(at.page.getByRole('button', { name: /^Send to/ }));
    });

    it('finance asks for an adjustment, with a look at debit and credit before', async () => {
      await sitDown('Jordan', '/finance/adjustments/new');
      await at.pick('Money leaves', 'Reward cost');
      await at.pick('Money arrives at', 'A member');
      await at.type('Member it goes to', 'Tom');
      await at.type('Amount', '12.50');
      await at.type('Why', 'His check took three weeks.');
      await at.type('What it rests on', 'Ticket 2292');
      await at.press('button', 'Show debit and credit');
      expect(await at.at()).to.include('What it would do');

      await at.press('button', 'Ask for approval');

      expect(await at.at()).to.not.equal('');
    });

    it('finance takes a file, and comes to the month that waits', async () => {
      await sitDown('Jordan', '/finance/exports');
      await at.goTo(at.page.getByRole('button', { name: 'Export' }));
      const [download] = await Promise.all([
        at.page.waitForEvent('download'),
        at.page.keyboard.press('Enter'),
      ]);
      expect(await download.failure()).to.equal(null);

      await at.page.goto(visitors.places().closingMonth);
      await at.goTo(at.page.getByRole('main').getByRole('link').last());
    });

    it('an admin gives a role with a reason', async () => {
      const { id } = await aMember(served.owner);
      await sitDown('Ada', `/admin/members/${String(id)}`);
      await at.pick('Role', 'Moderator');
      await at.press('button', 'Change the role');
      expect(await at.at()).to.include('There’s a problem');

      await at.type('Reason', 'She joins the team.');
      await at.press('button', 'Change the role');

      expect(await at.at()).to.include('The role is changed.');
    });

    it('an admin changes a text after a look at it', async () => {
      await sitDown('Ada', '/admin/texts/rewards');
      await at.press('button', 'Preview');
      expect(await at.at()).to.include('Preview, not saved yet');

      await at.press('button', 'Save');

      expect(await at.at()).to.include('The text is saved');
    });
  });
}
