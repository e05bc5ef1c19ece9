import { readdirSync, readFileSync } from 'node:fs';

import { expect } from 'chai';

import { sentByItself } from '#src/replies/mime/by-itself.ts';
import { readMail } from '#src/replies/mime/read-mail.ts';
import { whyNot } from '#src/replies/why-not.ts';
import { ownWords } from '#src/replies/words/own-words.ts';
import { operator } from '../support/domain.ts';
import { DROPPED, REFUSED, WORDS } from './corpus-words.ts';

const FOLDER = 'test/replies/corpus';
const SENDER = { name: 'Goodline community', host: 'goodline.test' };
const ANSWER = { answer: 3 as never };

const read = (name: string) => readMail(readFileSync(`${FOLDER}/${name}.eml`));
const dropped = async (name: string) =>
  sentByItself(await read(name), { from: 'priya@example.com', host: SENDER.host });
const refused = async (name: string) => {
  const mail = await read(name);
  const words = ownWords(mail.text, SENDER);
  return whyNot({ ...operator, replyDomain: 'reply.goodline.test' }, mail, {
    words,
    target: ANSWER,
  });
};

describe('replies as mail programs send them', () => {
  it('has a message for each expectation and an expectation for each message', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace('.eml', ''));
    const expected = Object.keys({ ...WORDS, ...DROPPED, ...REFUSED });

    expect(files.sort()).to.deep.equal(expected.sort());
    expect(files.length).to.be.at.least(40);
  });

  for (const [name, words] of Object.entries(WORDS)) {
    it(`finds what was written in ${name}`, async () => {
      const { text } = await read(name);

      expect(ownWords(text, SENDER)).to.equal(words);
    });
  }

  for (const [name, why] of Object.entries(DROPPED)) {
    it(`drops ${name}`, async () => {
      expect(await dropped(name)).to.equal(why);
    });
  }

  for (const [name, why] of Object.entries(REFUSED)) {
    it(`does not post ${name}`, async () => {
      expect((await refused(name))?.why).to.equal(why);
    });
  }

  it('drops nothing that somebody wrote, and refuses none for what a program added', async () => {
    for (const [name, words] of Object.entries(WORDS)) {
      expect(await dropped(name), name).to.equal(undefined);
      const why = (await refused(name))?.why;
      expect(why, name).to.equal(words === '' ? 'empty' : undefined);
    }
  });
});
