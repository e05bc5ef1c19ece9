import { expect } from 'chai';

import { anAnswer } from '../support/make.ts';
import type { Served } from '../support/served.ts';
import { aTypist, type Typist } from './typist.ts';
import type { Visitors } from './visitors.ts';
import type { Who } from './visiting.ts';

/** What takes two people, of whom each has a keyboard and nothing else. */
export function pairsByKeyboard(served: Served, visitors: Visitors): void {
  describe('with a keyboard each, ', () => {
    let all: Typist[] = [];
    const sitDown = async (as: Who, path: string): Promise<Typist> => {
      const one = await aTypist(visitors, as, path);
      all.push(one);
      return one;
    };
    afterEach(async () => {
      for (const one of all) await one.leave();
      all = [];
    });

    it('an author appeals, and somebody else than who decided finds for her', async () => {
      const { id: author_id } = (await served.owner('members').where({ name: 'Una' }).first())!;
      const { id } = await anAnswer(served.owner, { author_id });
      const hannah = await sitDown('Hannah', `/a/${String(id)}/removal`);
      await hannah.choose(/unsafe/i);
      await hannah.press('button', 'Remove this answer');

      const una = await sitDown('Una', '/appeals');
      await una.press('link', /removed/i);
      await una.press('button', 'Send the appeal');
      expect(await una.at()).to.include('There’s a problem');
      await una.type('Why you think it is wrong', 'The maker says so on its own page.');
      await una.press('button', 'Send the appeal');
      expect(await una.at()).to.include('Your appeal is in.');

      const marcus = await sitDown('Marcus', '/staff/appeals');
      await marcus.press('link', /^Una/);
      await marcus.press('button', 'Decide');
      expect(await marcus.at()).to.include('There’s a problem');
      await marcus.choose('Overturn it');
      await marcus.type('Why', 'It does, and so it was right.');
      await marcus.press('button', 'Decide');

      expect(await marcus.at()).to.include('Overturned.');
    });

    it('a member writes in private, is answered, and writes back', async () => {
      const una = await sitDown('Una', '/ask?private=1');
      await una.type('Your question', 'Charged for a number that is not mine');
      await una.pick('Topic', 'Bills');
      await una.choose(/^Only the/);
      await una.type('What’s happening?', 'Since March.');
      await una.press('button', 'Post question');
      expect(await una.at()).to.not.equal('');

      const hannah = await sitDown('Hannah', '/staff/cases');
      await hannah.press('link', 'Charged for a number that is not mine');
      await hannah.type('Reply to Una', 'We take it off your next bill.');
      await hannah.press('button', /^Send to Una/);
      expect(await hannah.at()).to.include('Sent.');

      await una.page.goto('/me/conversations');
      await una.press('link', 'Charged for a number that is not mine');
      await una.type('Your message', 'Thank you.');
      await una.press('button', /^Send/);

      expect(await una.at()).to.not.equal('');
      expect(await una.page.getByRole('main').innerText()).to.include('Thank you.');
    });

    it('finance approves what a colleague asked for', async () => {
      const { askedAdjustment } = visitors.places();
      const jordan = await sitDown('Jordan', askedAdjustment);
      await jordan.press('button', /^Approve/);

      expect(await jordan.at()).to.not.equal('');
    });

    it('finance sends a month back, asks again with a word, and closes it as two', async () => {
      const { closingMonth } = visitors.places();
      const sam = await sitDown('Sam', closingMonth);
      await sam.type('Note', 'Which budget is the last line from?');
      await sam.press('button', 'Send back');
      expect(await sam.at()).to.not.equal('');

      const jordan = await sitDown('Jordan', closingMonth);
      expect(await jordan.page.getByRole('main').innerText()).to.include('Which budget');
      await jordan.type('Note', 'From the one of October.');
      await jordan.press('button', /^Close /);
      expect(await jordan.at()).to.not.equal('');

      await sam.page.goto(closingMonth);
      await sam.press('button', /^Approve and close/);

      expect(await sam.at()).to.include('The month is closed.');
    });
  });
}
