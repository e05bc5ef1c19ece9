import { Router } from 'express';

import { readWallet } from '../../finance/statement/wallet.ts';
import { listQuestions } from '../../forum/list-questions.ts';
import { readPinned } from '../../forum/threads/pin-question.ts';
import { readTopics } from '../../forum/read-topics.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Deps } from '../deps.ts';
import { FEED } from '../feeds/read-feeds.ts';
import { homePage, type HomeReads } from './home-page.ts';
import { readCouldAnswer, readDoing, readLatestPaidAnswer } from './home-reads.ts';

/** The home page. */
export function home(deps: Deps): Router {
  const router = Router();

  router.get('/', async (req, res) => {
    const { site } = deps;
    const page = homePage(await readHome(deps, req.visitor));
    await deps.render.page(req, res, 'forum/home', page, {
      ...{ here: 'home', search: false },
      description: site.tagline,
      canonical: `${site.url}/`,
      feed: FEED,
    });
  });

  return router;
}

async function readHome(deps: Deps, viewer: MemberRow | undefined): Promise<HomeReads> {
  const { db, now, site } = deps;
  const since = new Date(now().getTime() - FOUR_WEEKS);
  const [topics, latest, pinned, couldAnswer, wallet, solved, doing, rules] = await Promise.all([
    readTopics(db),
    listQuestions(db, { tab: 'latest', limit: ROWS }),
    readPinned(db, null, now()),
    viewer ? readCouldAnswer(db, viewer) : [],
    walletOf(deps, viewer),
    readLatestPaidAnswer(db),
    readDoing(db, since),
    readActiveRules(db, now()),
  ]);
  const worth = rules.accepted_answer_minor;
  return {
    ...{ viewer, topics, latest, pinned, couldAnswer, wallet, solved, doing, worth },
    tagline: site.tagline,
  };
}

/** Only members earn. */
async function walletOf({ db, now, config }: Deps, viewer: MemberRow | undefined) {
  if (viewer?.role !== 'member') return undefined;
  return readWallet(db, viewer.id, { now: now(), timeZone: config.TIME_ZONE, months: 1 });
}

const ROWS = 10;

/** Milliseconds. */
const FOUR_WEEKS = 28 * 24 * 3_600_000;
