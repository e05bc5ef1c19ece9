import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { performer, type Operator, type Perform } from '#src/work.ts';
import { freshDatabase } from './cluster.ts';

/** The operator of tests that need no pages. */
export const operator: Operator = {
  ...{ currency: 'GBP', timeZone: 'Europe/London' },
  ...{ country: 'GB', ownNumbers: ['4444'] },
  ...{ siteName: 'Goodline', siteUrl: 'http://goodline.test' },
};

export type Domain = {
  /** As the site sees the database: with the application's role. */
  db: Knex;
  /** As its owner does, who may do anything but what the database itself refuses. */
  owner: Knex;
  perform: Perform;
  now: () => Date;
  /** Moves the clock. It stands still otherwise. */
  itIsNow: (instant: string | Date) => void;
  appUrl: string;
  ownerUrl: string;
};

/**
 * The community without its pages, over a database of its own, for tests that look at commands,
 * money and locks. `connections` is how many can act at the same moment; with `realTime` the
 * ledger compares what is recorded with the server's clock, as it does in earnest.
 */
export function aDomain({ connections = 10, realTime = false } = {}): Domain {
  const domain = {} as Domain;
  const closing: (() => Promise<void>)[] = [];

  before(async () => {
    const { appUrl, ownerUrl, drop } = await freshDatabase();
    const db = connect(appUrl, { pool: { min: 0, max: connections } });
    const owner = connect(ownerUrl);
    closing.push(
      () => db.destroy(),
      () => owner.destroy(),
      drop,
    );
    if (!realTime) await owner('ledger_clock').update({ tolerance: null });
    let at = new Date('2026-01-15T12:00:00Z');
    const now = () => at;
    const itIsNow = (instant: string | Date) => {
      at = new Date(instant);
    };
    const perform = performer({ db, reactions, operator, now });
    Object.assign(domain, { db, owner, perform, now, itIsNow, appUrl, ownerUrl } satisfies Domain);
  });

  after(async () => {
    for (const close of closing) await close();
  });
  return domain;
}
