import { expect } from 'chai';

import { decimal } from '#src/ledger/money.ts';
import { formatter, money } from '#src/web/format.ts';

const { month, dateTime, when, whenDay, count, ...formats } = formatter({
  timeZone: 'Europe/London',
  currency: 'GBP',
});

describe('Amounts', () => {
  it('have two places, a currency and a true minus', () => {
    expect([0n, 50n, 1_250n, 123_450n].map((pence) => formats.money(pence))).to.deep.equal([
      '£0.00',
      '£0.50',
      '£12.50',
      '£1,234.50',
    ]);
    expect(formats.money(-50n)).to.equal('−£0.50');
  });

  it('are exact beyond what a float can hold', () => {
    expect(money(12_345_678_901_234_567_890n, 'GBP')).to.equal('£123,456,789,012,345,678.90');
  });

  it('have the places of their currency', () => {
    expect(money(500n, 'JPY', 'ja-JP')).to.equal('￥500');
    expect(money(1_500n, 'KWD')).to.match(/1\.500$/);
  });

  it('are plain decimals in files and forms', () => {
    expect([5n, -5n, 1_250n, 0n].map((pence) => decimal(pence))).to.deep.equal([
      '0.05',
      '-0.05',
      '12.50',
      '0.00',
    ]);
    expect(decimal(7n, 0)).to.equal('7');
  });
});

describe('Dates and counts', () => {
  it('are in the time zone of the operator, summer and winter', () => {
    expect(dateTime(new Date('2026-11-22T10:42:00Z'))).to.equal('22 Nov 2026, 10:42');
    expect(dateTime(new Date('2026-06-22T23:42:00Z'))).to.equal('23 Jun 2026, 00:42');
  });

  it('name a month of an instant and a month of the books', () => {
    expect(month(new Date('2026-10-31T23:59:59Z'))).to.equal('October 2026');
    expect(month('2026-11')).to.equal('November 2026');
  });

  it('carry their instant for machines', () => {
    const instant = new Date('2026-11-22T10:42:00.123Z');

    expect(when(instant)).to.equal(
      '<time datetime="2026-11-22T10:42:00Z">22 Nov 2026, 10:42</time>',
    );
    expect(whenDay(instant)).to.equal('<time datetime="2026-11-22T10:42:00Z">22 Nov 2026</time>');
  });

  it('separate thousands', () => {
    expect([count(12_450), count(1_000_000n)]).to.deep.equal(['12,450', '1,000,000']);
  });
});
