import { expect } from 'chai';

import { createSearchCounter, keptWords } from '#src/forum/search/count-searches.ts';
import { readFruitless, readGivenUp, readSearchTotals } from '#src/forum/search/read-searches.ts';
import { aCommunity } from '#test/support/community.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Counting searches', () => {
  const community = aCommunity();
  beforeEach(() => community.owner('search_counts').delete());

  const aCounter = (day: string) =>
    createSearchCounter({
      ...{ db: community.db, timeZone: 'Europe/London', secret: 'of a test' },
      now: () => new Date(`${day}T12:00:00Z`),
      isPersonal: (text) => text.includes('@'),
    });
  const rows = () => community.owner('search_counts').orderBy('searched_on').orderBy('words');
  const ALL = { from: '2026-01-01', to: '2026-12-31' };

  it('writes nothing until told, and then everything once', async () => {
    const { count, flush } = aCounter('2026-03-01');
    count('Lost SIM', 'searches', 'nothing');
    count('lost  sim!', 'searches');
    count('lost sim', 'opened');
    count('lost sim', 'asked');
    const before = await rows();

    await flush();
    await flush();

    expect(before).to.deep.equal([]);
    const [row, ...others] = await rows();
    expect(others).to.deep.equal([]);
    expect(row).to.include({ words: null, searches: 2, nothing: 1, opened: 1, asked: 1 });
    expect(row?.print).to.match(/^[\w-]{43}$/);
  });

  it('keeps words once they were searched for on two days', async () => {
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) {
      const { count, flush } = aCounter(day);
      count('lost sim', 'searches', 'nothing');
      if (day.endsWith('1')) count('only once', 'searches');
      await flush();
    }

    expect((await rows()).map(({ words }) => words)).to.have.members([
      ...[null, null, 'lost sim', 'lost sim'],
    ]);
    const [line, ...others] = await readFruitless(community.db, ALL, 10);
    expect(others).to.deep.equal([]);
    expect(line).to.include({ words: 'lost sim', days: 3, searches: 3, nothing: 3, gaveUp: 3 });
  });

  it('counts what looks personal without keeping a word of it, nor what it hashes to', async () => {
    for (const day of ['2026-03-01', '2026-03-02']) {
      const { count, flush } = aCounter(day);
      for (const words of ['who is ada@example.com', 'order 900412', 'x'.repeat(101), '']) {
        count(words, 'searches');
      }
      await flush();
    }

    const kept = (await rows()).map(({ print, words, searches }) => ({ print, words, searches }));
    expect(kept).to.deep.equal([
      { print: '', words: null, searches: 4 },
      { print: '', words: null, searches: 4 },
    ]);
    expect(keptWords('4G or 5G on an iPhone 15', () => false)).to.equal('4g or 5g on an iphone 15');
  });

  it('takes for given up what was neither opened nor asked, and no less than none', async () => {
    for (const day of ['2026-03-01', '2026-03-02']) {
      const { count, flush } = aCounter(day);
      for (const words of ['bill date', 'bill date', 'bill date', 'puk']) count(words, 'searches');
      count('bill date', 'asked');
      for (let nth = 0; nth < 3; nth += 1) count('puk', 'opened');
      await flush();
    }

    const given = await readGivenUp(community.db, ALL, 10);
    expect(given.map(({ words, gaveUp }) => ({ words, gaveUp }))).to.deep.equal([
      { words: 'bill date', gaveUp: 4 },
    ]);
    expect(await readSearchTotals(community.db, ALL)).to.deep.equal({
      ...{ searches: 8, nothing: 0, opened: 6, asked: 2, gaveUp: 4 },
    });
  });

  it('keeps for the next time what could not be written', async () => {
    const { owner } = community;
    const { count, flush } = aCounter('2026-03-01');
    count('lost sim', 'searches');

    await owner.raw('revoke insert on search_counts from goodline_app');
    const outcome = await outcomeOf(flush());
    await owner.raw('grant insert on search_counts to goodline_app');
    count('lost sim', 'searches');
    await flush();

    expect(outcome).to.be.instanceOf(Error);
    expect((await rows()).map(({ searches }) => searches)).to.deep.equal([2]);
  });

  it('adds up when two processes write at once', async () => {
    const [one, two] = [aCounter('2026-03-01'), aCounter('2026-03-01')];
    const words = Array.from({ length: 30 }, (_, nth) =>
      `word ${'abcdefghij'.repeat(nth)}`.slice(0, 90),
    );

    for (let round = 0; round < 10; round += 1) {
      for (const each of words) one.count(each, 'searches');
      for (const each of words.toReversed()) two.count(each, 'searches');
      await Promise.all([one.flush(), two.flush()]);
    }

    const { searches } = await readSearchTotals(community.db, ALL);
    expect(searches).to.equal(600);
  });
});
