import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';

import { keepSecrets } from '#src/config-secrets.ts';
import { readConfig } from '#src/config.ts';
import { root } from '#src/root.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const production = {
  NODE_ENV: 'production',
  SITE_URL: 'https://community.example',
  SESSION_SECRET: 's'.repeat(32),
  PASSWORD_PEPPER: 'p'.repeat(32),
};

describe('Settings', () => {
  it('have a sensible value when nothing is set', () => {
    expect(readConfig({})).to.deep.include({
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: 3000,
      SITE_URL: 'http://127.0.0.1:3000',
      DATA_DIR: join(root, '.data'),
      SITE_NAME: 'Goodline',
      SUPPORT_NUMBER: '4444',
      CURRENCY: 'GBP',
      TIME_ZONE: 'Europe/London',
      BRAND_HUE: 226,
      WORKER: 'on',
      LOG_LEVEL: 'info',
    });
  });

  it('count as absent when they are empty', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: '', SEED: '' });

    expect(config.PORT).to.equal(3000);
    expect(config).not.to.have.any.keys('DATABASE_URL', 'SEED');
  });

  it('are all reported at once when they are wrong', () => {
    const wrong = {
      PORT: '99999',
      DATABASE_URL: 'mysql://db',
      SEED: 'yes',
      SITE_URL: 'ftp://site',
      CURRENCY: 'pounds',
      TIME_ZONE: 'Europe/Lodnon',
      BRAND_HUE: '361',
      SESSION_SECRET: 'short',
      SMTP_URL: 'mail.example',
      WORKER: 'perhaps',
      LOG_LEVEL: 'loud',
      SUPPORT_NUMBER: 'ring us',
    };

    const reading = () => readConfig(wrong);

    for (const name of Object.keys(wrong)) expect(reading).to.throw(`at ${name}`);
  });

  it('name the domain of replies wherever they come in', () => {
    const set = readConfig({ INBOUND_PORT: '2424', REPLY_DOMAIN: 'Reply.Example.com' });

    expect(() => readConfig({ INBOUND_PORT: '2424' })).to.throw('REPLY_DOMAIN');
    expect(set).to.include({ INBOUND_HOST: '127.0.0.1', INBOUND_PROTOCOL: 'lmtp' });
    expect(set.REPLY_DOMAIN).to.equal('reply.example.com');
  });

  it('make the address of the site from where it listens', () => {
    expect(readConfig({ HOST: '::1', PORT: '80' }).SITE_URL).to.equal('http://[::1]');
    expect(readConfig({ HOST: '0.0.0.0' }).SITE_URL).to.equal('http://localhost:3000');
  });

  it('keep the address of the site as an origin', () => {
    expect(readConfig({ SITE_URL: 'https://Help.example/' }).SITE_URL).to.equal(
      'https://help.example',
    );
    expect(() => readConfig({ SITE_URL: 'https://example.com/help' })).to.throw('path');
  });

  it('demand secrets and https in production', () => {
    const reading = () => readConfig({ NODE_ENV: 'production', SITE_URL: 'http://example.com' });

    expect(() => readConfig(production)).not.to.throw();
    expect(reading)
      .to.throw('at SITE_URL')
      .with.property('message')
      .that.includes('at SESSION_SECRET')
      .and.includes('at PASSWORD_PEPPER');
    expect(() => readConfig({ ...production, SITE_URL: undefined })).to.throw('at SITE_URL');
  });

  it('cannot be changed once read', () => {
    expect(Object.isFrozen(readConfig({}))).to.equal(true);
  });
});

describe('Development secrets', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodline-secrets-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('are made once and read back', async () => {
    const first = await keepSecrets(readConfig({ DATA_DIR: join(folder, 'new') }));
    const second = await keepSecrets(readConfig({ DATA_DIR: join(folder, 'new') }));

    expect(second).to.deep.equal(first);
    expect(first.SESSION_SECRET)
      .to.match(/^[0-9a-f]{64}$/)
      .and.not.equal(first.PASSWORD_PEPPER);
  });

  it('are what the settings name, where they name them', async () => {
    const named = { SESSION_SECRET: 's'.repeat(32), PASSWORD_PEPPER: 'p'.repeat(32) };

    const secrets = await keepSecrets(readConfig({ DATA_DIR: folder, ...named }));

    expect(secrets).to.deep.equal(named);
  });

  it('are the same for everybody who asks at the same time', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => keepSecrets(readConfig({ DATA_DIR: folder }))),
    );

    expect(new Set(all.map((secrets) => secrets.PASSWORD_PEPPER))).to.have.lengthOf(1);
  });

  it('may be read by their owner only', async () => {
    await keepSecrets(readConfig({ DATA_DIR: folder }));

    const { mode } = await stat(join(folder, 'session-secret'));

    expect((mode & 0o777).toString(8)).to.equal('600');
  });

  it('are not silently replaced when damaged', async () => {
    await keepSecrets(readConfig({ DATA_DIR: folder }));
    await writeFile(join(folder, 'session-secret'), 'oops');

    const failure = await outcomeOf(keepSecrets(readConfig({ DATA_DIR: folder })));

    expect(failure).to.be.an('error').with.property('message').that.includes('is damaged');
    expect(await readFile(join(folder, 'session-secret'), 'utf8')).to.equal('oops');
  });
});
