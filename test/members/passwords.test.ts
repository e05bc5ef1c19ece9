import { expect } from 'chai';

import { checkPassword } from '#src/members/password-rules.ts';
import { createPasswords } from '#src/members/passwords.ts';
import { Invalid, Unavailable } from '#src/refusals.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('choosing a password', () => {
  const known = ['Tom', 'tom.whitaker@goodline.example', 'Goodline'];
  const refused = (password: string) => {
    expect(() => {
      checkPassword(password, known);
    }, password).to.throw(Invalid);
  };
  const taken = (password: string) => {
    checkPassword(password, known);
  };

  it('takes 15 characters and more, without any rule on what they are', () => {
    refused('fourteen chars');
    taken('fifteen letters');
    taken('tomorrow we sail at noon');
    taken('кони едят овёс утром');
    taken('🐎🔋🧷🪣🎻🪁🧲🧊🪜🪞🧵🪡🎈🧸🪆');
  });

  it('takes 64 characters and up to 128', () => {
    taken('wild geese '.repeat(5) + 'over grey water');
    taken('x9'.padEnd(120, 'qwz ') + 'horse!!?');
    refused('a b c d '.repeat(20));
  });

  it('refuses what people use most, also repeated or with digits around it', () => {
    for (const password of [
      'passwordpassword',
      'qwertyuiop12345',
      'PASSWORD1234567',
      'aaaaaaaaaaaaaaaaa',
      'abcdefghijklmnop',
      '123456789987654321',
      'abc-abc-abc-abc-abc',
    ]) {
      refused(password);
    }
  });

  it('refuses what is built from the name, the address or the name of the site', () => {
    refused('tom.whitaker@goodline.example');
    refused('goodline-goodline-1');
    refused('TomWhitaker2026');
  });
});

describe('keeping passwords', () => {
  const passwords = createPasswords({ pepper: 'pepper for this test', cost: 4 });

  it('knows a password again, and no other', async () => {
    const hash = await passwords.hash('three blue garden gnomes');

    expect(await passwords.verify('three blue garden gnomes', hash)).to.equal(true);
    expect(await passwords.verify('three blue garden gnomeS', hash)).to.equal(false);
    expect(await passwords.verify('three blue garden gnomes', null)).to.equal(false);
  });

  it('reads all of a long one, past the 72 bytes that bcrypt reads', async () => {
    const long = 'a'.repeat(72);
    const hash = await passwords.hash(`${long}b`);

    expect(await passwords.verify(`${long}c`, hash)).to.equal(false);
  });

  it('takes two ways to write the same letters for the same password', async () => {
    const hash = await passwords.hash('café au lait, please');

    expect(await passwords.verify('cafe\u0301 au lait, please', hash)).to.equal(true);
  });

  it('is of no use without the pepper', async () => {
    const hash = await passwords.hash('three blue garden gnomes');
    const others = createPasswords({ pepper: 'another pepper', cost: 4 });

    expect(await others.verify('three blue garden gnomes', hash)).to.equal(false);
  });

  it('takes as long for nobody as for somebody', async () => {
    const slow = createPasswords({ pepper: 'pepper for this test', cost: 10 });
    const hash = await slow.hash('three blue garden gnomes');
    const timed = async (known: string | null) => {
      const start = performance.now();
      await slow.verify('three red garden gnomes', known);
      return performance.now() - start;
    };
    await timed(null);

    const [somebody, nobody] = [await timed(hash), await timed(null)];

    expect(nobody).to.be.greaterThan(somebody / 3);
  });

  it('lets a few wait and sends the next away', async () => {
    const busy = createPasswords({ pepper: 'pepper for this test', cost: 4, longestQueue: 3 });

    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => outcomeOf(busy.hash('three blue garden gnomes'))),
    );

    const sentAway = outcomes.filter((outcome) => outcome instanceof Unavailable);
    expect(sentAway.length).to.be.within(3, 4);
    expect(outcomes.filter((outcome) => typeof outcome === 'string').length).to.be.within(2, 3);
  });
});
