import { expect } from 'chai';

import { wantsDemo } from '#seeds/demo.ts';
import { readConfig } from '#src/config.ts';
import { connect } from '#src/db/connect.ts';
import { freshDatabase, type FreshDatabase } from '../support/cluster.ts';
import { aMember } from '../support/make.ts';
import { outcomeOf } from '../support/outcome.ts';

describe('The demonstration is wanted', () => {
  let database: FreshDatabase;
  beforeEach(async () => (database = await freshDatabase()));
  afterEach(() => database.drop());

  const wanted = (embedded: boolean, environment: NodeJS.ProcessEnv = {}) =>
    wantsDemo({ ownerUrl: database.ownerUrl, embedded }, readConfig(environment));
  const change = async (task: (db: ReturnType<typeof connect>) => Promise<unknown>) => {
    const db = connect(database.ownerUrl);
    await task(db);
    await db.destroy();
  };

  it('by an empty embedded database, and by another only when asked', async () => {
    expect(await wanted(true)).to.equal(true);
    expect(await wanted(false)).to.equal(false);
    expect(await wanted(false, { SEED: 'demo' })).to.equal(true);
  });

  it('nowhere that somebody has joined', async () => {
    await change((db) => aMember(db));

    expect(await wanted(true)).to.equal(false);
  });

  it('never in production', async () => {
    const secret = 's'.repeat(32);
    const production = { NODE_ENV: 'production', SITE_URL: 'https://community.example' };
    const secrets = { SESSION_SECRET: secret, PASSWORD_PEPPER: secret };

    expect(await wanted(true, { ...production, ...secrets, SEED: 'demo' })).to.equal(false);
  });

  it('whole or not at all: a replay that was cut short is not served', async () => {
    await change((db) => db('ledger_clock').update({ tolerance: null }));

    const outcome = await outcomeOf(wanted(true));

    expect(outcome).to.be.an('error').with.property('message').that.includes('was cut short');
  });
});
