import { expect } from 'chai';

import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import { aBrowser, findChromium } from '../support/browser.ts';
import { aQuestion, aTopic } from '../support/make.ts';
import { aServedCommunity } from '../support/served.ts';

const describeWithBrowser = findChromium() ? describe : describe.skip;

describeWithBrowser('The form for a question', function () {
  this.timeout(60_000);
  const served = aServedCommunity();
  const browser = aBrowser();

  it('suggests a topic while one types, until somebody chooses', async () => {
    const topics = [
      await aTopic(served.owner, { name: 'Telephony' }),
      await aTopic(served.owner, { name: 'Roaming' }),
    ];
    for (const { id, name } of topics) {
      const title = `${name} costs more than last year`;
      await aQuestion(served.owner, { title, topic_id: id });
    }
    await learnQuestions(served.owner, served.perform, { embedder: undefined });
    const [telephony, roaming] = topics.map(({ slug }) => slug);
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${served.url}/ask`);
    const [title, topic] = [page.locator('#title'), page.locator('#topic')];
    const typed = async (text: string) => {
      const answered = page.waitForResponse(/ask\/similar/);
      await title.fill(text);
      await (await answered).finished();
      await page.waitForTimeout(100);
      return topic.inputValue();
    };

    expect(await typed('Telephony costs more now')).to.equal(telephony);
    expect(await page.locator('#topic-hint').textContent()).to.include('Suggested: Telephony');
    expect(await page.locator('#similar-status').textContent()).to.include('Suggested: Telephony');
    expect(await typed('Roaming costs more now')).to.equal(roaming);
    expect(await typed('Zebra crossing quagmire')).to.equal('');

    await topic.selectOption(String(telephony));
    expect(await typed('Roaming costs more than in May')).to.equal(telephony);
  });
});
