import type { Request, RequestHandler, Response } from 'express';
import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { Knex } from 'knex';
import passport from 'passport';
import { Pool } from 'pg';

import type { Config } from '../config.ts';
import { readMember } from '../members/find-members.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import { actingAt } from '../members/standing.ts';
import { cookieOptions, isSecure } from './cookies.ts';
import type { Deps } from './deps.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how passport's types are extended
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the same
    interface User extends MemberRow {}
  }
}

/** A small pool for sessions and limits alone, acting as a role. Close it with `end()`. */
export function openPool(connectionString: string, role: string): Pool {
  const pool = new Pool({
    ...{ connectionString, max: 4, application_name: 'goodline sessions' },
    ...{ statement_timeout: 15_000, connectionTimeoutMillis: 10_000 },
    verify: (client, done) => {
      client.query(`set role "${role}"`).then(() => {
        done();
      }, done);
    },
  });
  pool.on('error', () => undefined);
  return pool;
}

/** Finds out who is visiting. Nothing is read for somebody who brings no session cookie. */
export function visitors(deps: Deps): RequestHandler[] {
  return [
    behindTls(isSecure(deps.config)),
    sessions(deps),
    createAuthenticator(deps.db).session() as RequestHandler,
    (req, _res, next) => {
      if (req.user) req.visitor = actingAt(req.user, deps.now());
      next();
    },
  ];
}

/** A passport that knows members by their ids; the session holds nothing else of them. */
export function createAuthenticator(db: Knex) {
  const authenticator = new passport.Passport();
  authenticator.serializeUser((member, done) => {
    done(null, member.id);
  });
  authenticator.deserializeUser((id: MemberId, done) => {
    readMember(db, id).then((member) => {
      done(null, member ?? false);
    }, done);
  });
  return authenticator;
}

/** Signs a member in under a new session id. What a signed-out visitor had typed comes along. */
export function signIn(req: Request, member: MemberRow): Promise<void> {
  const keepSessionInfo = req.visitor === undefined;
  return new Promise((resolve, reject) => {
    req.logIn(member, { session: true, keepSessionInfo }, (error: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}

/** Ends this session: its id is of no use to anybody afterwards, and the browser forgets it. */
export function signOut(req: Request, res: Response, config: Config): Promise<void> {
  const secure = isSecure(config);
  res.clearCookie(sessionCookie(secure), cookieOptions(secure));
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}

/** The name of the session cookie; browsers give `__Host-` to nobody but this very host. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-session' : 'session');

function sessions({ pool, config, secrets, log }: Deps): RequestHandler {
  const secure = isSecure(config);
  const Store = connectPgSimple(session);
  const options = { pool, tableName: 'sessions', disableTouch: true };
  return session({
    name: sessionCookie(secure),
    secret: secrets.SESSION_SECRET,
    store: new Store({
      ...options,
      errorLog: (...words) => {
        log.error({ words }, 'sessions');
      },
    }),
    cookie: { ...cookieOptions(secure), maxAge: THIRTY_DAYS },
    proxy: true,
    resave: false,
    saveUninitialized: false,
  });
}

/** Milliseconds. */
const THIRTY_DAYS = 30 * 24 * 3_600_000;

/** With an https address, TLS ends in front of us, whether or not that server says so. */
function behindTls(secure: boolean): RequestHandler {
  return (req, _res, next) => {
    if (secure) req.headers['x-forwarded-proto'] = 'https';
    next();
  };
}
