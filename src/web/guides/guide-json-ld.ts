import type { Article, WithContext } from 'schema-dts';

import type { ReadGuide } from '../../guides/read-guides.ts';
import { profilePath } from '../forum/paths.ts';
import { plainText } from '../forum/stored-html.ts';
import { guidePath } from './guide-paths.ts';

/** The guide as search engines read it: https://schema.org/Article; undefined for a draft. */
export function guideJsonLd(
  { guide, credits }: ReadGuide,
  site: { url: string; name: string },
): WithContext<Article> | undefined {
  if (guide.state !== 'published' || guide.published_at === null) return undefined;
  const authors = credits.map(({ name }) => ({
    ...{ '@type': 'Person' as const, name, url: site.url + profilePath(name) },
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: guide.title,
    description: guide.excerpt,
    articleBody: plainText(guide.body_html),
    url: site.url + guidePath(guide),
    datePublished: guide.published_at.toISOString(),
    dateModified: guide.changed_at.toISOString(),
    author: authors,
    publisher: { '@type': 'Organization', name: site.name, url: `${site.url}/` },
  };
}
