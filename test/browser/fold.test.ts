import { expect } from 'chai';

import { summariseQuestion } from '#src/forum/summarise-question.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aBrowser, findChromium } from '../support/browser.ts';
import { aModerator } from '../support/make.ts';
import { anAcceptedAnswer } from '../support/rewarding.ts';
import { aServedCommunity } from '../support/served.ts';

/** A phone’s screen less the bars of its browser. */
const PHONE = { width: 390, height: 664 };

const LONG = {
  title:
    'My eSIM says “Activating” since I moved my number from my old phone to the new one, '.padEnd(
      149,
      'and it will not stop ',
    ),
  body: 'I have tried it with and without wifi, twice each. '.repeat(60),
};

describe('what fixed it, on a phone', function () {
  this.timeout(120_000);
  if (!findChromium()) {
    it('needs Chromium, as the other tests in a browser', function () {
      this.skip();
    });
    return;
  }
  const served = aServedCommunity();
  const browser = aBrowser();

  const bottomOf = async (path: string, text: string): Promise<number> => {
    const context = await browser.newContext({ baseURL: served.url, viewport: PHONE });
    const page = await context.newPage();
    await page.goto(path);
    const box = await page.locator('.inshort p', { hasText: text }).first().boundingBox();
    await context.close();
    return box ? box.y + box.height : Infinity;
  };

  for (const [name, words] of Object.entries({
    'typical question': { body: 'It says “Activating” since this morning.' },
    'long question': LONG,
  })) {
    for (const short of [false, true]) {
      it(`is read without scrolling: a ${name}, ${short ? 'in short' : 'accepted'}`, async () => {
        const { question, answer } = await anAcceptedAnswer(served);
        const text =
          'Switch the old phone off first. Then open Settings, Mobile data, and add it again.';
        await served.owner('questions').where({ id: question.id }).update(words);
        const body = `${text} ${'Wait for the tick before you go on. '.repeat(20)}`;
        await served
          .owner('answers')
          .where({ id: answer.id })
          .update({ body, body_html: `<p>${body}</p>` });
        const moderator = await aModerator(served.owner);
        if (short) {
          await served.perform(moderator, (work) =>
            summariseQuestion(work, createMarkdown(), { question: question.id, text }),
          );
        }

        const bottom = await bottomOf(`/q/${question.id}/${question.slug}`, text.slice(0, 40));

        expect(bottom).to.be.within(1, PHONE.height);
      });
    }
  }
});
