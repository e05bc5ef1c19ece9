import { expect } from 'chai';
import fc from 'fast-check';

import { readLocalTime, writeLocalTime } from '#src/finance/local-time.ts';

const LONDON = 'Europe/London';

describe('A time by the operator’s clocks', () => {
  const read = (text: string, zone = LONDON) => {
    const time = readLocalTime(text, zone);
    return time && [time.at.toISOString(), time.oddity, time.again?.toISOString()];
  };
  const plain = (instant: string) => [instant, undefined, undefined];

  it('is read in winter and in summer, down to the millisecond', () => {
    expect(read('2026-01-14T09:30')).to.deep.equal(plain('2026-01-14T09:30:00.000Z'));
    expect(read('2026-07-14T09:30')).to.deep.equal(plain('2026-07-14T08:30:00.000Z'));
    expect(read('2026-07-14T09:30:15')).to.deep.equal(plain('2026-07-14T08:30:15.000Z'));
    expect(read('2026-07-14 09:30:15.5')).to.deep.equal(plain('2026-07-14T08:30:15.500Z'));
    expect(read('2026-07-14T09:30:15.250')).to.deep.equal(plain('2026-07-14T08:30:15.250Z'));
  });

  it('is the first of two where the clocks show it twice', () => {
    const [first, second] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];

    expect(read('2026-10-25T01:30')).to.deep.equal([first, 'twice', second]);
    expect(read('2026-10-25T00:59:59.999')).to.deep.equal(plain('2026-10-24T23:59:59.999Z'));
    expect(read('2026-10-25T02:00')).to.deep.equal(plain('2026-10-25T02:00:00.000Z'));
  });

  it('is the change of the clocks where they never show it', () => {
    const change = '2026-03-29T01:00:00.000Z';

    expect(read('2026-03-29T01:00')).to.deep.equal([change, 'skipped', undefined]);
    expect(read('2026-03-29T01:59:59.999')).to.deep.equal([change, 'skipped', undefined]);
    expect(read('2026-03-29T02:00')).to.deep.equal(plain(change));
    expect(read('2026-03-29T00:59:59.999')).to.deep.equal(plain('2026-03-29T00:59:59.999Z'));
  });

  it('may say for itself how far from UTC it is', () => {
    expect(read('2026-10-25T01:30Z')).to.deep.equal(plain('2026-10-25T01:30:00.000Z'));
    expect(read('2026-10-25T01:30+01:00')).to.deep.equal(plain('2026-10-25T00:30:00.000Z'));
  });

  it('is no time where it makes no sense', () => {
    for (const text of [
      ...['', 'x', '2026-10-14', '2026-13-01T00:00', '2026-02-30T10:00', '2026-10-14T24:00'],
      ...['1999-01-01T00:00', '2026-10-14T09:60', '2026-10-14T09:30:15.1234', "2026' or 1=1"],
    ]) {
      expect(readLocalTime(text, LONDON), text).to.equal(undefined);
    }
  });

  it('is written so that it is read as the same instant, unless it is the second of two', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01') });
    fc.assert(
      fc.property(
        instant.filter((at) => !Number.isNaN(at.getTime())),
        fc.constantFrom(LONDON, 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'),
        (at, zone) => {
          const time = readLocalTime(writeLocalTime(at, zone), zone);
          expect([time?.at.getTime(), time?.again?.getTime()]).to.include(at.getTime());
          expect(time?.oddity).to.not.equal('skipped');
        },
      ),
    );
  });
});
