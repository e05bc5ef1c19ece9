import { Router, type Request } from 'express';
import type { Knex } from 'knex';

import { row } from '../../../finance/exports/csv.ts';
import { mayModerate } from '../../../forum/permissions.ts';
import {
  readFruitless,
  readGivenUp,
  readSearchTotals,
  type SearchedWords,
} from '../../../forum/search/read-searches.ts';
import { dateAt } from '../../../ledger/dates.ts';
import { SEARCH_KEEPERS } from '../../../moderation/search/change-synonyms.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { SEARCHES, searchesPage, SPANS, type Span } from './searches-page.ts';
import { shellFor } from './shell.ts';

/** What was searched for in vain, for whoever can help: on a page, and as CSV. */
export function searches({ db, render, now, config }: Deps): Router {
  const router = Router();
  const addresses = [SEARCHES, `${SEARCHES}.csv`];
  router.use(addresses, staffOnly(...SEARCH_KEEPERS));
  const daysOf = (span: Span) => ({
    from: dateAt(new Date(now().getTime() - (span - 1) * DAY), config.TIME_ZONE),
    to: dateAt(now(), config.TIME_ZONE),
  });

  router.get(SEARCHES, async (req, res) => {
    const span = spanIn(req);
    const makesGuides = mayModerate(actorOf(req));
    const page = searchesPage(span, { ...(await read(db, daysOf(span), SHOWN)), makesGuides });
    await render.page(req, res, 'moderation/search/searches', page, shellFor(req));
  });

  router.get(`${SEARCHES}.csv`, async (req, res) => {
    const days = daysOf(spanIn(req));
    const { fruitless, givenUp } = await read(db, days, EXPORTED);
    const lines = [...fruitless.map(lineAs('nothing')), ...givenUp.map(lineAs('given up'))];
    res.attachment(`searches-${days.from}-${days.to}.csv`).type('text/csv; charset=utf-8');
    res.set('Cache-Control', 'private, no-cache');
    res.send([row(COLUMNS), ...lines].join(''));
  });

  return router;
}

const DAY = 86_400_000;

/** How many of each kind the page shows, and the file holds. */
const SHOWN = 50;
const EXPORTED = 5_000;

const spanIn = (req: Request): Span =>
  SPANS.find((days) => String(days) === queryText(req, 'days')) ?? 28;

async function read(db: Knex, days: { from: string; to: string }, limit: number) {
  const [totals, fruitless, givenUp] = await Promise.all([
    readSearchTotals(db, days),
    readFruitless(db, days, limit),
    readGivenUp(db, days, limit),
  ]);
  return { totals, fruitless, givenUp };
}

const COLUMNS = ['list', 'words', 'days', 'searches', 'nothing', 'opened', 'asked', 'gave_up'];

const lineAs = (list: string) => (line: SearchedWords) =>
  row([
    ...[list, line.words, BigInt(line.days), BigInt(line.searches), BigInt(line.nothing)],
    ...[BigInt(line.opened), BigInt(line.asked), BigInt(line.gaveUp)],
  ]);
