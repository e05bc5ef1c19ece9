import type { Express, Request } from 'express';
import type { Knex } from 'knex';
import type { Logger } from 'pino';

import { createApp } from './app.ts';
import type { Secrets } from './config-secrets.ts';
import type { Config } from './config.ts';
import { connect, webTimeouts } from './db/connect.ts';
import { APP_ROLE } from './db/migrate.ts';
import { createSearchCounter } from './forum/search/count-searches.ts';
import { createEmbedder, type Embedder } from './forum/similar/embedder.ts';
import { createSimilar } from './forum/similar/similar.ts';
import { createSeenMarker } from './forum/live/seen-marker.ts';
import { createViewCounter } from './forum/view-counter.ts';
import { createPasswords } from './members/passwords.ts';
import { createPicturePress } from './pictures/prepare-picture.ts';
import { reactions } from './reactions/reactions.ts';
import { ensureTexts } from './site/ensure-texts.ts';
import { findPersonalData } from './trust/personal-data/personal-data.ts';
import { maskingMarkdown } from './trust/personal-data/masking-markdown.ts';
import { readAssets } from './web/assets.ts';
import { formatter } from './web/format.ts';
import { createLive } from './web/forum/live/create-live.ts';
import { readHeadline } from './web/headline.ts';
import { createLimits } from './web/limits.ts';
import { createLiveSite } from './web/live-site.ts';
import { createMarkdown } from './web/markdown.ts';
import { createPages } from './web/pages.ts';
import { createRenderer } from './web/render.ts';
import { openPool } from './web/session.ts';
import { type Operator, type Perform, performer, type Reactions } from './work.ts';

export type Settings = {
  databaseUrl: string;
  config: Config;
  secrets: Secrets;
  log: Logger;
  now: () => Date;
  /** Where a test wants others than the community's own. */
  reactions?: Reactions;
  limits?: Parameters<typeof createLimits>[1];
  /** bcrypt's; a test that signs many people in wants a smaller one. */
  passwordCost?: number;
};

/** The site, ready to be served, with what a worker shares with it. */
export type Site = {
  app: Express;
  db: Knex;
  perform: Perform;
  /** What replies by mail are taken with, but the database. */
  replying: ReturnType<typeof drawingsFor> & { operator: Operator };
  /** Undefined where questions are compared letter by letter alone. */
  embedder: Embedder | undefined;
  /** Puts in what every community has: the operator's pages. To be called once before serving. */
  prepare: () => Promise<void>;
  /** Ends what never ends by itself, so that the rest can be served to its end. */
  endStreams: () => void;
  /** Writes down what was only counted in memory. */
  flush: () => Promise<void>;
  close: () => Promise<void>;
};

/** Puts the site together over a database that is migrated; nothing is read or served yet. */
export function buildSite(settings: Settings): Site {
  const { databaseUrl, config, secrets, log, now } = settings;
  const db = connect(databaseUrl, { role: APP_ROLE, applicationName: 'goodline', ...webTimeouts });
  const pool = openPool(databaseUrl, APP_ROLE);
  const embedder = embedderFor(config, log);
  const site = createLiveSite({ db, config, now });
  const operator = operatorOf(config, site);
  const counters = countersOf(settings, db, operator);
  const perform = performer({ db, now, operator, reactions: settings.reactions ?? reactions });
  const tools = look(settings, site, db, operator);
  const { streams, stop } = createLive({ ...settings, db, fill: tools.render.fill });
  const app = createApp({
    ...{ db, pool, perform, now, config, secrets, log, site, operator },
    ...tools,
    passwords: createPasswords({
      pepper: secrets.PASSWORD_PEPPER,
      ...(settings.passwordCost !== undefined && { cost: settings.passwordCost }),
    }),
    limits: createLimits(pool, settings.limits),
    ...{ ...counters.counts, streams },
    picturePress: createPicturePress(),
    similar: createSimilar({ db, embedder, now }),
  });
  const prepare = async () => {
    await perform('system', (work) => ensureTexts(work, tools.operatorMarkdown.render));
    await site.refresh();
  };
  const { flush } = counters;
  const close = async () => {
    await stop();
    await flush();
    await embedder?.stop();
    await Promise.all([db.destroy(), pool.end()]);
  };
  const endStreams = streams.close;
  const { markdown, privateMarkdown } = tools;
  const replying = { markdown, privateMarkdown, operator };
  return { app, db, perform, replying, embedder, prepare, flush, endStreams, close };
}

/** What pages count as they are read, and what writes it all down. */
function countersOf(settings: Settings, db: Knex, operator: Operator) {
  const views = createViewCounter(db);
  const seen = createSeenMarker(db, settings.now);
  const searches = searchesOf(settings, db, operator);
  return {
    counts: { countView: views.saw, noteSeen: seen.saw, countSearch: searches.count },
    flush: async () => {
      await Promise.all([views.flush(), seen.flush(), searches.flush()]);
    },
  };
}

/** Counts searches, and keeps nothing of what looks personal in them. */
const searchesOf = ({ secrets, now }: Settings, db: Knex, operator: Operator) =>
  createSearchCounter({
    ...{ db, now, timeZone: operator.timeZone, secret: secrets.SESSION_SECRET },
    isPersonal: (text) => {
      const { country, ownNumbers: own } = operator;
      return findPersonalData(text, { country, own }).length > 0;
    },
  });

/** How members’ words are drawn: masked for everybody, and as they are between them and our team. */
export const drawingsFor = (operator: Operator) => ({
  markdown: maskingMarkdown(createMarkdown(), operator),
  privateMarkdown: createMarkdown(),
});

/** What places questions by their meaning, if the operator wants it. */
export const embedderFor = ({ EMBEDDINGS }: Config, log: Logger): Embedder | undefined =>
  EMBEDDINGS === 'off'
    ? undefined
    : createEmbedder({
        onFailure: (error) => {
          log.warn({ err: error }, 'questions are compared without their meaning');
        },
      });

/** The operator as every unit of work knows it; the name is as an admin has last set it. */
export const operatorOf = (
  config: Config,
  site: { readonly name: string; readonly supportNumber?: string },
): Operator => ({
  currency: config.CURRENCY,
  timeZone: config.TIME_ZONE,
  country: config.COUNTRY,
  siteUrl: config.SITE_URL,
  replyDomain: config.REPLY_DOMAIN,
  get siteName() {
    return site.name;
  },
  get ownNumbers() {
    return [site.supportNumber ?? config.SUPPORT_NUMBER];
  },
});

function look(
  { config, now }: Settings,
  site: ReturnType<typeof createLiveSite>,
  db: Knex,
  operator: Operator,
) {
  const assets = readAssets(config.BRAND_HUE);
  const formats = formatter({ timeZone: config.TIME_ZONE, currency: config.CURRENCY });
  const renderer = createRenderer({ assets, site, formats });
  const headline = (req: Request) => readHeadline({ db, formats, now }, req);
  return {
    ...{ assets, formats },
    render: createPages({ renderer, headline }),
    ...drawingsFor(operator),
    operatorMarkdown: createMarkdown('operator'),
  };
}
