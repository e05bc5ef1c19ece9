import { Router, type Request } from 'express';

import type { QuestionId } from '../../forum/rows.ts';
import { countFound, findShown } from '../../forum/similar/count-found.ts';
import { found, TooMany } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { queryText, typedIn } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { addressOf } from '../limits.ts';
import { foundPage } from './found-page.ts';
import { similarPanel, type SimilarPanel } from './similar-panel.ts';

/** Questions that ask the same, for whoever is typing one; and that one of them was the answer. */
export function similarQuestions(deps: Deps): Router {
  const { db, render, limits, perform } = deps;
  const router = Router();

  router.get('/ask/similar', async (req, res) => {
    const panel = await readSimilarPanel(deps, queryText(req, 'title'));
    res.set({ 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex' }).type('html');
    res.send(panel ? render.fill('forum/_similar', panel) : '');
  });

  router.post('/ask/solved', async (req, res) => {
    const id = idFrom<QuestionId>(typedIn(req.body).question);
    await limits.count('found', addressOf(req));
    if (await isFirstTime(deps, req, id)) {
      await perform('visitor', (work) => countFound(work, { question: id }));
    }
    res.redirect(303, `/ask/solved/${String(id)}`);
  });

  router.get('/ask/solved/:id', async (req, res) => {
    const id = idFrom<QuestionId>(req.params.id);
    const page = foundPage(found(await findShown(db, id), 'question'));
    await render.page(req, res, 'forum/found', page, { here: 'ask', noindex: true });
  });

  return router;
}

/** What asks the same as a title that is long enough to tell; undefined for one that is not. */
export async function readSimilarPanel(
  { similar }: Pick<Deps, 'similar'>,
  typed = '',
): Promise<SimilarPanel | undefined> {
  const title = [...typed.replaceAll(/\s+/g, ' ').trim()].slice(0, LONGEST).join('');
  return [...title].length < SHORTEST ? undefined : similarPanel(await similar.toText(title));
}

/** Characters: from how many on a title is looked at, and how many of it. */
const SHORTEST = 10;
const LONGEST = 150;

/** Whoever says it twice of the same question is counted once. */
async function isFirstTime({ limits }: Deps, req: Request, id: QuestionId): Promise<boolean> {
  try {
    await limits.count('found-once', `${String(id)} ${addressOf(req)}`);
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
