import type { RequestHandler } from 'express';
import type { Knex } from 'knex';

import type { Config } from '../config.ts';
import { readSettings, type Settings } from '../site/settings.ts';
import type { Site } from './layout.ts';

/** What the operator calls itself: the environment's words, and an admin's over them. */
export type LiveSite = Site &
  Settings & {
    /** Reads an admin's words again, unless that was done a moment ago. */
    keepFresh: () => Promise<void>;
    /** Reads them again at once, as after a change. */
    refresh: () => Promise<void>;
  };

type Needs = { db: Knex; config: Config; now: () => Date };

/** Every process reads for itself, so a change is everywhere within seconds. */
export function createLiveSite({ db, config, now }: Needs): LiveSite {
  let settings = defaultsFrom(config);
  let readAt = Number.NEGATIVE_INFINITY;
  const refresh = async () => {
    settings = await readSettings(db, defaultsFrom(config));
    readAt = now().getTime();
  };
  return {
    url: config.SITE_URL,
    get name() {
      return settings.name;
    },
    get supportNumber() {
      return settings.supportNumber;
    },
    get openingHours() {
      return settings.openingHours;
    },
    get tagline() {
      return settings.tagline;
    },
    refresh,
    keepFresh: async () => {
      if (now().getTime() - readAt >= FRESH_FOR) await refresh();
    },
  };
}

/** Reads an admin's words before a page is drawn with them. */
export const siteKeptFresh =
  (site: LiveSite): RequestHandler =>
  async (_req, _res, next) => {
    await site.keepFresh();
    next();
  };

/** Milliseconds. */
const FRESH_FOR = 10_000;

/** What the operator is called until an admin says otherwise. */
export const defaultsFrom = (config: Config): Settings => ({
  name: config.SITE_NAME,
  supportNumber: config.SUPPORT_NUMBER,
  openingHours: 'every day, 8:00 to 20:00',
  tagline: 'Real customers answer. Our team checks. Good answers earn airtime.',
});
