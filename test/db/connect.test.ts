import { expect } from 'chai';
import type { Knex } from 'knex';

import { connect, webTimeouts, type ConnectOptions } from '#src/db/connect.ts';
import { freshDatabase, type FreshDatabase } from '#test/support/cluster.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('A connection', () => {
  let database: FreshDatabase;
  let pools: Knex[];

  before(async () => {
    database = await freshDatabase();
  });

  beforeEach(() => {
    pools = [];
  });

  afterEach(() => Promise.all(pools.map((pool) => pool.destroy())));

  after(() => database.drop());

  const open = (options: ConnectOptions = {}, url = database.ownerUrl) => {
    const pool = connect(url, options);
    pools.push(pool);
    return pool;
  };

  async function ask<T>(db: Knex, question: string): Promise<T | undefined> {
    const { rows } = await db.raw<{ rows: { answer: T }[] }>(`select ${question} as answer`);
    return rows[0]?.answer;
  }

  it('brings eight-byte integers exactly', async () => {
    const db = open();

    expect(await ask(db, '9007199254740993::bigint')).to.equal(9007199254740993n);
    expect(await ask(db, 'null::bigint')).to.equal(null);
    expect(await ask(db, `'{9007199254740993,null}'::bigint[]`)).to.deep.equal([
      9007199254740993n,
      null,
    ]);
  });

  it('brings sums of money as exact text', async () => {
    const sum = '(select sum(n) from unnest(array[9007199254740993, 2]) n)';

    expect(await ask(open(), sum)).to.equal('9007199254740995');
  });

  it('brings calendar dates as they are written', async () => {
    const db = open();

    expect(await ask(db, `date '2026-03-29'`)).to.equal('2026-03-29');
    expect(await ask(db, `array[date '2026-03-29']`)).to.deep.equal(['2026-03-29']);
  });

  it('brings instants and small integers as ever', async () => {
    const db = open();

    expect(await ask(db, `timestamptz '2026-03-29 02:00+01'`)).to.deep.equal(
      new Date('2026-03-29T01:00:00Z'),
    );
    expect(await ask(db, '7::int')).to.equal(7);
  });

  it('leaves the types of other users of pg alone', async () => {
    open();
    const { default: pg } = await import('pg');

    const parse = pg.types.getTypeParser(pg.types.builtins.INT8, 'text') as typeof String;

    expect(parse('1')).to.equal('1');
  });

  it('acts as the role it is given, whoever signs in', async () => {
    const db = open({ role: 'goodline_app' });

    const failure = await outcomeOf(db.raw('create table mine ()'));

    expect(await ask(db, 'current_user')).to.equal('goodline_app');
    expect(failure).to.have.property('code', '42501');
  });

  it('refuses a role that is not a plain name', () => {
    expect(() => open({ role: 'x"; drop table members; --' })).to.throw('small letters');
  });

  it('gives up waiting after the times it is given', async () => {
    const db = open({ ...webTimeouts, statementTimeout: 50, applicationName: 'a test' });

    const failure = await outcomeOf(db.raw('select pg_sleep(5)'));

    expect(failure).to.have.property('code', '57014');
    expect(await ask(db, `current_setting('lock_timeout')`)).to.equal('5s');
    expect(await ask(db, `current_setting('idle_in_transaction_session_timeout')`)).to.equal('30s');
    expect(await ask(db, `current_setting('application_name')`)).to.equal('a test');
  });

  it('has the few rights of the site at the address of the site', async () => {
    expect(await ask(open({}, database.appUrl), 'current_user')).to.equal('goodline_app');
  });
});
