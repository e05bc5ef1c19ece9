import { Router } from 'express';

import { mayKeepGuides } from '../../guides/permissions.ts';
import { readGuideVersions } from '../../guides/read-guide-versions.ts';
import { findGuide, listGuides } from '../../guides/read-guides.ts';
import type { Deps } from '../deps.ts';
import { beforeOf } from '../forum/before-version.ts';
import { historyPage } from '../forum/history-page.ts';
import { queryText } from '../forms.ts';
import { scriptJson } from '../html.ts';
import { guideDesk } from './guide-desk.ts';
import { guideJsonLd } from './guide-json-ld.ts';
import { guidePage } from './guide-page.ts';
import { guidePath } from './guide-paths.ts';
import { guidesPage } from './guides-page.ts';

/** Guides, as everybody reads them and as our team looks after them. */
export function guides(deps: Deps): Router {
  const { db, now, render, site } = deps;
  const router = Router();
  router.use(guideDesk(deps), guideHistories(deps));

  router.get('/guides', async (req, res) => {
    const after = queryText(req, 'after');
    const page = guidesPage(await listGuides(db, { after }), after);
    const noindex = after !== undefined || page.guides.length === 0;
    await render.page(req, res, 'guides/guides', page, {
      ...{ here: 'guides', canonical: `${site.url}/guides`, noindex },
      description: 'Answers that held up, made into guides by our team and checked regularly.',
    });
  });

  router.get('/guides/:slug', async (req, res) => {
    const read = await findGuide(db, req.params.slug, req.visitor);
    const keeps = mayKeepGuides(req.visitor);
    const jsonLd = guideJsonLd(read, site);
    const { guide } = read;
    const page = guidePage(read, { now: now(), answer: guide.answer_id, keeps });
    await render.page(req, res, 'guides/guide', page, {
      ...{ here: 'guides', description: guide.excerpt },
      canonical: site.url + guidePath(guide),
      jsonLd: jsonLd && scriptJson(jsonLd),
      noindex: jsonLd === undefined,
    });
  });

  return router;
}

function guideHistories({ db, render, markdown }: Deps): Router {
  const router = Router();

  router.get('/guides/:slug/history', async (req, res) => {
    const { guide } = await findGuide(db, req.params.slug, req.visitor);
    const page = historyPage(await readGuideVersions(db, guide.id, req.visitor), beforeOf(req), {
      title: `History of “${guide.title}”`,
      crumbs: [
        { href: '/guides', label: 'Guides' },
        { href: guidePath(guide), label: guide.title },
      ],
      path: req.path,
      read: (text) => markdown.plain(text),
    });
    await render.page(req, res, 'forum/history', page, { here: 'guides', noindex: true });
  });

  return router;
}
