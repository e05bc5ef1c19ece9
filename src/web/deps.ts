import type { Knex } from 'knex';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

import type { Config } from '../config.ts';
import type { Secrets } from '../config-secrets.ts';
import type { Passwords } from '../members/passwords.ts';
import type { QuestionId } from '../forum/rows.ts';
import type { SearchCounter } from '../forum/search/count-searches.ts';
import type { Similar } from '../forum/similar/similar.ts';
import type { PicturePress } from '../pictures/prepare-picture.ts';
import type { Operator, Perform } from '../work.ts';
import type { Assets } from './assets.ts';
import type { LiveStreams } from './forum/live/streams.ts';
import type { Formats } from './format.ts';
import type { Limits } from './limits.ts';
import type { LiveSite } from './live-site.ts';
import type { Markdown } from './markdown.ts';
import type { Pages } from './pages.ts';

/** Everything the web needs from outside itself. */
export type Deps = {
  /** Acts as the site's own role, under its time limits. */
  readonly db: Knex;
  readonly perform: Perform;
  readonly now: () => Date;
  readonly config: Config;
  readonly log: Logger;
  readonly render: Pages;
  readonly passwords: Passwords;
  readonly limits: Limits;
  /** What the operator calls itself, as an admin has last set it. */
  readonly site: LiveSite;
  readonly formats: Formats;
  /** For what members write: what is personal in it is masked. */
  readonly markdown: Markdown;
  /** For what only its writer and our team read: nothing is masked. */
  readonly privateMarkdown: Markdown;
  readonly operator: Operator;
  /** For the operator's own pages. */
  readonly operatorMarkdown: Markdown;
  readonly assets: Assets;
  /** Holds sessions and counters of limits; its values are as pg parses them. */
  readonly pool: Pool;
  readonly secrets: Secrets;
  /** Counts that somebody read a question; written later, with many others. */
  readonly countView: (id: QuestionId) => void;
  /** Counts a search, or what came of one; written later, with many others. */
  readonly countSearch: SearchCounter['count'];
  /** Notes that somebody other than the asker read a question; written later, like views. */
  readonly noteSeen: (id: QuestionId) => void;
  /** The pages that hear of what moves. */
  readonly streams: LiveStreams;
  /** Finds questions that ask the same. */
  readonly similar: Similar;
  /** Draws uploaded pictures anew, a few at a time. */
  readonly picturePress: PicturePress;
};
