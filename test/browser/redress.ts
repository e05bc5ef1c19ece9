import { expect } from 'chai';

import { aMember, anAnswer, aQuestion } from '../support/make.ts';
import type { Served } from '../support/served.ts';
import type { Visitors } from './visitors.ts';
import { aWalker, type Walker } from './walker.ts';

/** From a report to an appeal that is won, as a reporter, an author and two who decide do it. */
export function redress(served: Served, visitors: Visitors, scripts: boolean): void {
  describe(`one walks from a report to an appeal with scripts ${scripts ? 'on' : 'off'}: `, () => {
    let [reporter, author] = [] as unknown as [Walker, Walker];
    let [title, name] = ['', ''];

    const arrive = async (path: string, email: string): Promise<Walker> => {
      const one = await aWalker(visitors, scripts);
      await one.page.goto(`/sign-in?next=${path}`);
      await one.signIn(email);
      return one;
    };
    const main = ({ page }: Walker) => page.getByRole('main');

    before(async () => {
      const priya = await served.owner('members').where({ name: 'Priya' }).first();
      const password = { password_hash: priya!.password_hash };
      const [reporting, writing] = [
        await aMember(served.owner, password),
        await aMember(served.owner, password),
      ];
      const question = await aQuestion(served.owner);
      await anAnswer(served.owner, { question_id: question.id, author_id: writing.id });
      ({ title } = question);
      ({ name } = writing);
      reporter = await arrive(`/q/${String(question.id)}`, reporting.email!);
      author = await arrive('/topics', writing.email!);
    });

    it('report an answer in two clicks', async () => {
      await reporter.press('link', 'Report this answer');
      await reporter.look();
      await reporter.press('button', 'Unsafe advice');

      expect(await reporter.said()).to.include('we’ll tell you what comes of it');
      await reporter.look();
    });

    it('warn whoever wrote it', async () => {
      const hannah = await arrive('/staff/reports', 'hannah@goodline.example');
      await hannah.press('link', title);
      await hannah.look();
      const { page } = hannah;
      await page.getByLabel('Leave it, and warn whoever wrote it').check();
      await page.getByLabel('What a warning is about').selectOption({ label: 'Unsafe advice' });
      await hannah.press('button', 'Decide');

      expect(await hannah.said()).to.equal('Decided. Whoever reported it hears of it.');
    });

    it('hear what came of the report', async () => {
      await reporter.page.goto('/me/reports');

      expect(await main(reporter).innerText()).to.include('Dealt with');
      await reporter.look();
    });

    it('read the warning, of which every page tells, and appeal against it', async () => {
      const { page } = author;
      await page.goto('/topics');
      await page.getByRole('link', { name: 'See why, and how to appeal.' }).click();
      await author.look();
      await author.press('link', 'Appeal');
      await author.look();
      await page.getByLabel('Why you think it is wrong').fill('The maker says so on its own page.');
      await author.press('button', 'Send the appeal');

      expect(await author.said()).to.include('Your appeal is in.');
    });

    it('overturn it as somebody else, and see it gone', async () => {
      const marcus = await arrive('/staff/appeals', 'marcus@goodline.example');
      await marcus.press('link', name);
      await marcus.look();
      await marcus.page.getByLabel('Overturn it').check();
      await marcus.page.getByLabel('Why', { exact: true }).fill('It does, and so it was right.');
      await marcus.press('button', 'Decide');
      expect(await marcus.said()).to.include('Overturned.');

      await author.page.goto('/me/standing');
      expect(await main(author).innerText()).to.include('Overturned');
      expect(await author.page.getByText('You have a warning').count()).to.equal(0);
    });
  });
}
