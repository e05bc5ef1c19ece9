import { expect } from 'chai';

import { cleanName, nameKey } from '#src/members/names.ts';
import { Invalid } from '#src/refusals.ts';

describe('a name', () => {
  const refused = (name: string, ...reserved: string[]) => {
    expect(() => cleanName(name, reserved), name).to.throw(Invalid);
  };

  it('may be of any alphabet, with digits and hyphens', () => {
    const names = ['Priya', 'jules84', 'Mei-Ling', 'José', 'Σωκράτης', '李小龙', 'さくら花', '007'];

    for (const name of names) expect(cleanName(` ${name} `), name).to.equal(name);
  });

  it('has 3 to 30 characters', () => {
    refused('');
    refused('ab');
    refused('x'.repeat(31));
    expect(cleanName('y'.repeat(30))).to.have.length(30);
  });

  it('holds nothing but letters, digits and single hyphens between them', () => {
    for (const name of ['a b c', 'tom!', '-tom', 'tom-', 'to--m', 'a/b', '<b>']) {
      refused(name);
    }
    refused('to\u200Bm');
    refused('a\u0301\u0301\u0301\u0301bc');
  });

  it('keeps to one alphabet', () => {
    refused('P\u0430ul'); // a Cyrillic а
    refused('Mariο'); // a Greek ο
  });

  it('does not claim to speak for us', () => {
    for (const name of ['Admin', 'adm1n', 'Support-Desk', 'the-moderator', 'G00dline', 'team']) {
      refused(name);
    }
    refused('Acme-Anna', 'Acme');
    expect(cleanName('Teamwork')).to.equal('Teamwork');
  });

  it('is the same as one that looks like it', () => {
    const alike = [
      ['Sian', 'sıan', 'SIAN', 'Slan', 'S1an', 'Sián'],
      ['Tom0', 'tomo', 'ＴＯＭＯ', 'T\u043Em\u043E'],
      ['corner', 'comer'],
    ];

    for (const [first = '', ...others] of alike) {
      for (const other of others) expect(nameKey(other), other).to.equal(nameKey(first));
    }
  });

  it('is another where it does not', () => {
    const names = ['Tom', 'Tim', 'Priya', 'Gwen', '李小龙', '李小狼'];

    expect(new Set(names.map(nameKey)).size).to.equal(names.length);
  });
});
