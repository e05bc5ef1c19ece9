import type { Request, RequestHandler } from 'express';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

import { TooMany } from '../refusals.ts';

export type LimitName = keyof typeof LIMITS;

export type Limits = {
  /** Counts one, or throws TooMany with the seconds to wait. */
  count: (name: LimitName, who: string) => Promise<void>;
  /** Forgets what was counted, as after a sign-in that succeeded. */
  forget: (name: LimitName, who: string) => Promise<void>;
};

type Limit = { points: number; seconds: number };

/** How often one address or one account may do something: points in so many seconds. */
const LIMITS = {
  'sign-in': { points: 10, seconds: 900 },
  'sign-in-address': { points: 100, seconds: 900 },
  join: { points: 20, seconds: 3_600 },
  reset: { points: 5, seconds: 3_600 },
  post: { points: 30, seconds: 600 },
  draft: { points: 60, seconds: 600 },
  answering: { points: 60, seconds: 600 },
  picture: { points: 40, seconds: 600 },
  mention: { points: 240, seconds: 600 },
  autosave: { points: 300, seconds: 600 },
  found: { points: 20, seconds: 3_600 },
  'found-once': { points: 1, seconds: 86_400 },
  fixed: { points: 30, seconds: 3_600 },
  'fixed-answer': { points: 600, seconds: 3_600 },
} satisfies Record<string, Limit>;

/** Counts in the database, so that all processes count together. Tests bring their own numbers. */
export function createLimits(pool: Pool, changes: Partial<Record<LimitName, Limit>> = {}): Limits {
  const limiters = new Map(
    Object.entries({ ...LIMITS, ...changes }).map(([name, limit]) => [
      name,
      limiter(pool, name, limit),
    ]),
  );
  return {
    count: async (name, who) => {
      await limiters.get(name)?.consume(keyOf(who)).catch(refuse);
    },
    forget: async (name, who) => {
      await limiters.get(name)?.delete(keyOf(who));
    },
  };
}

/** Counts what members write: questions, answers, comments, edits. Staff write as they must. */
export const postsCounted =
  ({ limits }: { limits: Limits }): RequestHandler =>
  async (req, _res, next) => {
    const { visitor } = req;
    if (visitor?.role === 'member') await limits.count('post', String(visitor.id));
    next();
  };

/** Where a request comes from: an address, or the network of one where a host has many. */
export function addressOf(req: Request): string {
  const address = req.ip ?? 'unknown';
  return address.includes(':') && !address.startsWith('::ffff:') ? networkOf(address) : address;
}

/** The first half of an IPv6 address, with the noughts that it may be written without. */
function networkOf(address: string): string {
  const [before = '', after] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const [head, tail] = [[...before], [...(after ?? [])]];
  const gap = after ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0') : [];
  return [...head, ...gap, ...tail].slice(0, 4).join(':');
}

function limiter(pool: Pool, name: string, { points, seconds }: Limit) {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}

/** What people type may be longer than any account's name. */
const keyOf = (who: string) => who.slice(0, 200);

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  throw new TooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
}
