import { createHmac } from 'node:crypto';

import type { Knex } from 'knex';
import { pino } from 'pino';
import request from 'supertest';

import { buildSite } from '#src/build.ts';
import { readConfig } from '#src/config.ts';
import { connect } from '#src/db/connect.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { reactions } from '#src/reactions/reactions.ts';
import type { Perform, Reactions } from '#src/work.ts';
import { freshDatabase } from './cluster.ts';

const SITE_URL = 'http://goodline.test';

/** The model takes its time to start, and few tests need it. */
const SETTINGS = { NODE_ENV: 'test', SITE_URL, EMBEDDINGS: 'off' };
export const secrets = {
  SESSION_SECRET: 'a session secret that is only for tests',
  PASSWORD_PEPPER: 'a password pepper that is only for tests',
};

export type Community = {
  /** As the site sees the database: with the application's role. */
  db: Knex;
  /** As its owner does: for factories, and for looking behind the site's back. */
  owner: Knex;
  perform: Perform;
  now: () => Date;
  app: ReturnType<typeof buildSite>['app'];
  /** What replies by mail are taken with, but the database. */
  replying: ReturnType<typeof buildSite>['replying'];
  /** A browser with this member signed in, or with nobody. */
  visit: (member?: MemberRow) => ReturnType<typeof request.agent>;
  /** Moves the clock. It stands still otherwise. */
  itIsNow: (instant: string | Date) => void;
  /** Writes down what was only counted in memory. */
  flush: () => Promise<void>;
  appUrl: string;
  ownerUrl: string;
};

export type Changes = {
  reactions?: Partial<Reactions>;
  settings?: Partial<NodeJS.ProcessEnv>;
  limits?: Parameters<typeof buildSite>[0]['limits'];
};

/** An empty community with a database of its own, made before the tests of a file and dropped after. */
export function aCommunity(changes: Changes = {}): Community {
  const community = {} as Community;
  const closing: (() => Promise<void>)[] = [];

  before(async () => {
    const database = await freshDatabase();
    const { appUrl, ownerUrl } = database;
    const owner = connect(ownerUrl);
    await owner('ledger_clock').update({ tolerance: null });
    let now = new Date('2026-01-15T12:00:00Z');
    const config = readConfig({ ...SETTINGS, ...changes.settings });
    const site = buildSite({
      ...{ databaseUrl: appUrl, config, secrets, now: () => now, log: pino({ level: 'silent' }) },
      reactions: { ...reactions, ...changes.reactions },
      limits: { ...ROOMY, ...changes.limits },
      passwordCost: 4,
    });
    await site.prepare();
    closing.push(site.close, () => owner.destroy(), database.drop);
    await owner.raw(EVERYBODY_IS_SIGNED_IN);
    Object.assign(community, {
      ...{ db: site.db, owner, perform: site.perform, app: site.app, flush: site.flush },
      replying: site.replying,
      ...{ appUrl, ownerUrl, now: () => now },
      itIsNow: (instant: string | Date) => (now = new Date(instant)),
      visit: (member?: MemberRow) => browser(site.app, member),
    } satisfies Community);
  });

  after(async () => {
    for (const close of closing) await close();
  });
  return community;
}

/** Limits have tests of their own; the others want to be left alone by them. */
const ROOMY = Object.fromEntries(
  [
    ...['sign-in', 'sign-in-address', 'join', 'reset', 'post', 'draft', 'found'],
    ...['fixed', 'fixed-answer', 'picture', 'mention'],
  ].map((name) => [name, { points: 100_000, seconds: 60 }]),
);

/** A session for whoever is made, so that tests need not wait for a password to be hashed. */
const EVERYBODY_IS_SIGNED_IN = `
  create function test_sign_in() returns trigger language plpgsql as $$
    begin
      insert into sessions (sid, sess, expire) values ('test-' || new.id, json_build_object(
        'cookie', json_build_object('originalMaxAge', null, 'path', '/', 'httpOnly', true),
        'passport', json_build_object('user', new.id)), '2099-01-01');
      return null;
    end $$;
  create trigger test_sign_in after insert on members
    for each row execute function test_sign_in()`;

function browser(app: Community['app'], member: MemberRow | undefined) {
  const agent = request.agent(app).set('origin', SITE_URL);
  return member ? agent.set('cookie', `session=${sessionOf(member)}`) : agent;
}

/** What the cookie `session` of a member's browser holds. */
export const sessionOf = ({ id }: MemberRow) => signed(`test-${String(id)}`);

/** As express-session signs the id in its cookie. */
function signed(sid: string): string {
  const digest = createHmac('sha256', secrets.SESSION_SECRET).update(sid).digest('base64');
  return encodeURIComponent(`s:${sid}.${digest.replace(/=+$/, '')}`);
}
