import { Router } from 'express';

import { DEFAULT_TEXTS } from '../../site/default-texts.ts';
import { findText } from '../../site/texts.ts';
import { found } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { decisions } from '../moderation/record/decisions.ts';
import { rewards } from './rewards.ts';
import { textPage } from './text-page.ts';
import { readVariables } from './variables.ts';

/** The operator's own pages, which every page links to. */
export function siteTexts(deps: Deps): Router {
  const router = Router();
  const { db, render, site } = deps;

  router.use(rewards(deps));
  router.use(decisions(deps));

  for (const { slug } of DEFAULT_TEXTS.filter(({ slug }) => !OWN_PAGES.includes(slug))) {
    router.get(`/${slug}`, async (req, res) => {
      const text = found(await findText(db, slug), 'page');
      const page = textPage(text, await readVariables(deps));
      const here = slug === 'status' ? slug : 'elsewhere';
      await render.page(req, res, 'site/text', page, { here, canonical: `${site.url}/${slug}` });
    });
  }

  return router;
}

/** These go on, under the operator's words, with what is true of the community. */
const OWN_PAGES: readonly string[] = ['rewards', 'decisions'];
