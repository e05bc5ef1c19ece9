import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { html } from '../html.ts';
import { XML_HEAD, xmlText } from './xml.ts';

/** How a browser searches here from its own address bar: OpenSearch 1.1. */
export function openSearch({ site, config }: Pick<Deps, 'site' | 'config'>): Router {
  const router = Router();

  router.get('/opensearch.xml', (_req, res) => {
    const template = `${config.SITE_URL}/search?q={searchTerms}`;
    const icon = `${config.SITE_URL}/favicon.ico`;
    const description = html`<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>${xmlText([...site.name].slice(0, LONGEST).join(''))}</ShortName>
      <Description>${xmlText(`Search questions and answers at ${site.name}`)}</Description>
      <InputEncoding>UTF-8</InputEncoding>
      <image type="image/svg+xml">${xmlText(icon)}</image>
      <Url type="text/html" method="get" template="${xmlText(template)}" />
      <Url
        type="application/opensearchdescription+xml"
        rel="self"
        template="${xmlText(`${config.SITE_URL}/opensearch.xml`)}"
      />
    </OpenSearchDescription> `;
    res.set('Cache-Control', 'public, max-age=86400');
    res.type('application/opensearchdescription+xml').send(XML_HEAD + description);
  });

  return router;
}

/** Characters that a short name may have. */
const LONGEST = 16;
