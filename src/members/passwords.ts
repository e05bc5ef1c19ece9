import { createHmac } from 'node:crypto';

import bcrypt from 'bcrypt';

import { Unavailable } from '../refusals.ts';

export type Passwords = {
  /** Takes about a third of a second and waits its turn: never call it inside a transaction. */
  hash: (password: string) => Promise<string>;
  /** Takes as long, whether or not there is a hash to compare with. */
  verify: (password: string, hash: string | null) => Promise<boolean>;
};

type Options = {
  /** Kept outside the database: hashes alone are of no use to whoever steals them. */
  pepper: string;
  /** bcrypt's; each step takes twice as long. */
  cost?: number;
  /** How many may wait before the next is refused. */
  longestQueue?: number;
};

/** Hashes one password at a time, so that sign-ins never starve readers; Unavailable when many wait. */
export function createPasswords({ pepper, cost = 12, longestQueue = 20 }: Options): Passwords {
  const inTurn = queue(longestQueue);
  const prepared = (password: string) => prepare(password, pepper);
  const nobodys = inTurn(() => bcrypt.hash(prepared(pepper), cost));
  return {
    hash: (password) => inTurn(() => bcrypt.hash(prepared(password), cost)),
    verify: async (password, hash) => {
      const against = hash ?? (await nobodys);
      const matches = await inTurn(() => bcrypt.compare(prepared(password), against));
      return matches && hash !== null;
    },
  };
}

/** bcrypt reads 72 bytes and stops at NUL, so it is given a digest of the whole password. */
const prepare = (password: string, pepper: string) =>
  createHmac('sha384', pepper).update(password.normalize('NFKC')).digest('base64');

function queue(longest: number) {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (waiting >= longest) {
      throw new Unavailable('Many people are signing in at once. Try again in a few seconds.');
    }
    waiting += 1;
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine.finally(() => (waiting -= 1));
  };
}
