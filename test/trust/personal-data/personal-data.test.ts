import { expect } from 'chai';

import { createMarkdown } from '#src/web/markdown.ts';
import {
  findPersonalData,
  masked,
  type Surroundings,
} from '#src/trust/personal-data/personal-data.ts';
import { labelledSentences } from './labelled-sentences.ts';
import { measure, precisionOf, recallOf, type Measured } from './measure.ts';

const surroundings: Surroundings = { country: 'GB', own: ['4444', '0121 496 0999'] };
const find = (text: string) => findPersonalData(text, surroundings);
const mask = (text: string) => masked(text, find(text));
const kindsIn = (text: string) => find(text).map(({ kind }) => kind);

describe('personal data', () => {
  for (const file of ['sentences-to-tune-on', 'sentences-held-out'] as const) {
    it(`is found in the ${file.replaceAll('-', ' ')}, and little else is`, function () {
      const sentences = labelledSentences(file);

      const measured = measure(sentences, surroundings);

      report(file, sentences.length, measured);
      const told = measured.mistakes.join('\n');
      expect(precisionOf(measured.all), told).to.be.at.least(0.97);
      expect(recallOf(measured.all), told).to.be.at.least(0.97);
    });
  }

  it('is measured on enough sentences, half of them without any', () => {
    const tuned = labelledSentences('sentences-to-tune-on');
    const heldOut = labelledSentences('sentences-held-out');
    const all = [...tuned, ...heldOut];
    const clean = all.filter(({ spans }) => spans.length === 0).length;

    expect(all.length).to.be.at.least(320);
    expect(heldOut.length).to.be.at.least(100);
    expect(clean / all.length).to.be.within(0.45, 0.55);
    expect(new Set(all.map(({ text }) => text)).size).to.equal(all.length);
  });

  it('gets a mask that tells its owner which one it was, and nobody else', () => {
    expect(mask('07700 900412')).to.equal('077•• ••• 412');
    expect(mask('+44 7700 900412')).to.equal('+44 ••• ••• 412');
    expect(mask('priya.shah@example.com')).to.equal('p•••••@•••••');
    expect(mask('IMEI 352099001761481')).to.equal('IMEI •••• •••• •••• 481');
    expect(mask('8944100003044172652')).to.equal('89•• •••• •••• •••• 652');
    expect(mask('my PUK is 12345678')).to.equal('my PUK is •••• ••••');
    expect(mask('PAC: ABC123456')).to.equal('PAC: ••• ••••••');
    expect(mask('4242 4242 4242 4242')).to.equal('•••• •••• •••• 4242');
    expect(mask('27 Acacia Avenue, Leeds LS1 4DY')).to.equal('•••, LS1 •••');
  });

  it('is not found in its own masks', () => {
    const sentences = [
      ...labelledSentences('sentences-to-tune-on'),
      ...labelledSentences('sentences-held-out'),
    ];

    const again = sentences.map(({ text }) => mask(text)).filter((text) => find(text).length > 0);

    expect(again).to.deep.equal([]);
  });

  it('is found behind entities, escapes, keycaps, other digits and dashes', () => {
    for (const text of [
      ...[
        'priya&#64;example.com',
        'priya&#x40;example&period;com',
        String.raw`pri\_ya@example.com`,
      ],
      ...['0️⃣7️⃣9️⃣1️⃣1️⃣ 123456', '０７９１１ １２３４５６', '07911\u00a0123\u2011456'],
      ...['079\u200b11123456', '0 7 9 1 1 1 2 3 4 5 6', String.raw`07911\-123456`],
    ]) {
      const findings = find(text);

      expect(findings, text).to.have.length(1);
      expect(masked(text, findings), text).to.match(/^(?:p•••••@•••••|079•• ••• 456)$/);
    }
  });

  it('leaves links, code and lists in one piece', () => {
    const { render } = createMarkdown();
    const link = 'See [the settings](https://example.com/apn/07911123456?n=07911123456).';
    const call =
      '[Ring me](tel:07911123456), `**61*07911123456#`\n\n- 07911 123456\n- **07911 123456**';

    expect(mask(link)).to.equal(link);
    expect(render(mask(call))).to.equal(
      '<p><a href="tel:079%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2456" rel="ugc nofollow noopener">Ring me</a>, <code>**61*079•• ••• 456#</code></p>\n<ul>\n<li>079•• ••• 456</li>\n<li><strong>079•• ••• 456</strong></li>\n</ul>\n',
    );
  });

  it('is nobody’s where the number is the operator’s or a public one', () => {
    for (const text of [
      '0121 496 0999',
      '(0121) 4960999',
      '+44 121 496 0999',
      '4444',
      '0800 123 4567',
      '0300 123 2040',
    ]) {
      expect(kindsIn(`Ring ${text} first`), text).to.deep.equal([]);
    }
  });

  it('is read as in the operator’s country', () => {
    const french = { country: 'FR', own: [] } as const;

    expect(findPersonalData('Appelez le 06 12 34 56 78', french)).to.have.length(1);
    expect(findPersonalData('27 Acacia Avenue, Leeds LS1 4DY', french)).to.deep.equal([]);
    expect(kindsIn('Ring +33 6 12 34 56 78')).to.deep.equal(['phone']);
  });

  it('is told in the order of the text, without overlaps', () => {
    const text = 'a@example.com 07911 123456 PAC ABC123456 07911123456@example.com';

    const findings = find(text);

    expect(findings.map(({ kind }) => kind)).to.deep.equal(['email', 'phone', 'pac', 'email']);
    const places = findings.flatMap(({ start, end }) => [start, end]);
    expect(places).to.deep.equal([...places].sort((one, two) => one - two));
  });

  it('takes hostile texts of 20,000 characters in its stride', function () {
    this.timeout(20_000);
    const pieces = [
      ...[
        '1',
        '0 ',
        '07 ',
        '007 ',
        '+',
        '+1 ',
        '1-',
        '1a',
        '@',
        'a@',
        'a.',
        'a at ',
        '(',
        '\\',
        '&#',
        ' ',
      ],
      ...['PUK ', '12345678 ', 'PAC ', 'ABC123456 ', 'LS1 4DY ', '27 High ', '1 a a a a LS1 4DY'],
      ...[
        'http://',
        'https://wa.me/',
        '07911123456 ',
        'call 123456789 ',
        ' and',
        'é',
        '\u200b',
        '9\n',
      ],
    ];

    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
      for (const whole of [text, `27 High ${text}LS1 4DY@`]) find(whole);
    }
  });
});

/** A table for whoever runs these tests alone: `npx mocha test/trust/personal-data/personal-data.test.ts`. */
function report(file: string, sentences: number, { all, kinds }: Measured): void {
  if (!process.argv.some((argument) => argument.includes('test/trust'))) return;
  const lines = [...kinds, ['all', all] as const].map(([kind, score]) =>
    [
      kind.padEnd(8),
      `precision ${precisionOf(score).toFixed(3)}`,
      `recall ${recallOf(score).toFixed(3)}`,
      `(${String(score.found)} found, ${String(score.missed)} missed, ${String(score.wrong)} wrong)`,
    ].join('  '),
  );
  process.stdout.write(
    `\n    ${file}: ${String(sentences)} sentences\n    ${lines.join('\n    ')}\n`,
  );
}
