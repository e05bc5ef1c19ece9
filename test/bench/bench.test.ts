import { expect } from 'chai';

import { connect } from '#src/db/connect.ts';
import { reconcileBooks } from '#src/finance/proof/reconcile.ts';
import type { Month } from '#src/ledger/dates.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { freshDatabase, type FreshDatabase } from '#test/support/cluster.ts';
import { auditsSuite } from './audits/audits.ts';
import { hasPassed, sayGate } from './gates.ts';
import { ledgerSuite } from './ledger/ledger.ts';
import { interleave, median } from './rounds.ts';
import { searchSuite } from './search/search.ts';
import { similarSuite } from './similar/similar.ts';
import type { Bench } from './suite.ts';

describe('The bench', () => {
  const databases = new Map<string, FreshDatabase>();
  after(() => Promise.all([...databases.values()].map((database) => database.drop())));

  /** Over databases of the tests' own server, which is not durable: no figure of it counts. */
  const bench: Bench = {
    server: {
      url: (name, as = 'owner') => databases.get(name)![`${as}Url`],
      fresh: async (name) => {
        databases.set(name, await freshDatabase());
      },
      kept: async (name, _version, fill) => {
        databases.set(name, await freshDatabase());
        await fill();
      },
    },
    say: () => undefined,
    plan: { rounds: 1, seconds: 0.02 },
    isWanted: () => true,
    ledgers: {
      small: { members: 10, months: 2, last: '2026-10' as Month },
      large: { members: 20, months: 3, last: '2026-10' as Month },
    },
    queues: { small: 50, large: 200 },
    posts: { small: 60, large: 200 },
    asked: { small: 40, large: 120, sentences: 8 },
    community: { members: 100, acceptances: 500, open: 40 },
  };

  it('measures every part of the ledger, if little of it', async function () {
    this.timeout(60_000);

    const { gates, figures } = await ledgerSuite(bench);

    expect(gates.map(({ measured }) => measured).every((figure) => figure > 0)).to.equal(true);
    expect(Object.keys(figures)).to.deep.equal(['posting', 'reading', 'exporting']);
  });

  it('measures every part of the audits, if little of it', async function () {
    this.timeout(60_000);

    const { gates, figures } = await auditsSuite(bench);

    expect(gates.map(({ measured }) => measured).every((figure) => figure > 0)).to.equal(true);
    expect(Object.keys(figures)).to.deep.equal(['queue', 'acceptance']);
  });

  it('measures how what asks the same is found, if among few', async function () {
    this.timeout(120_000);

    const { gates, figures } = await similarSuite(bench);

    expect(gates.map(({ measured }) => measured > 0)).to.deep.equal([true]);
    expect(Object.keys(figures)).to.deep.equal(['typing']);
  });

  it('measures every kind of search, if among few', async function () {
    this.timeout(120_000);

    const { gates, figures } = await searchSuite(bench);

    expect(gates).to.have.length(10);
    expect(gates.every(({ measured }) => measured > 0)).to.equal(true);
    expect(Object.keys(figures)).to.deep.equal(['finding']);
  });

  it('fills ledgers that verify, and whose rewards are what was booked', async () => {
    const owner = connect(databases.get('bench_large')!.ownerUrl);
    const findings = [...(await verifyLedger(owner)), ...(await reconcileBooks(owner))];
    const [{ count } = { count: 0n }] = await owner('ledger_journal').count();
    await owner.destroy();

    expect(findings.filter(({ broken }) => broken > 0n)).to.deep.equal([]);
    expect(count).to.equal(598n);
  });

  it('measures in turn, and does not count the round that warms up', async () => {
    const order: string[] = [];
    const found = await interleave(2, {
      a: () => Promise.resolve(order.push('a')),
      b: () => Promise.resolve(order.push('b')),
    });

    expect(order).to.deep.equal(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(found.a).to.deep.equal({ rounds: [3, 5], median: 4 });
    expect(median([5, 1, 9])).to.equal(5);
  });

  it('passes what is within its limit, and nothing else', () => {
    const gate = { name: 'Reading', unit: '×' };

    expect(hasPassed({ ...gate, measured: 0.3, atLeast: 0.3 })).to.equal(true);
    expect(hasPassed({ ...gate, measured: 0.29, atLeast: 0.3 })).to.equal(false);
    expect(hasPassed({ ...gate, measured: 3.01, atMost: 3 })).to.equal(false);
    expect(hasPassed({ ...gate, measured: NaN, atMost: 3 })).to.equal(false);
    expect(sayGate({ ...gate, measured: 4, atMost: 3 })).to.match(
      /^FAIL Reading .* 4\.00 ×.*≤ 3 ×/,
    );
  });
});
