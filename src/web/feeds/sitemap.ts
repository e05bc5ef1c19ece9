import { html, type Html } from '../html.ts';
import { XML_HEAD, xmlText } from './xml.ts';

/** An address of ours, and when what it shows last changed, where that is known. */
type Place = { path: string; changedAt: Date | null };

/** A document of https://www.sitemaps.org/protocol.html: its beginning, its end, or all of it. */
export function listing(kind: 'sitemapindex' | 'urlset') {
  const head = `${XML_HEAD}<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
  const foot = `</${kind}>\n`;
  return { head, foot, around: (lines: readonly Html[]) => head + lines.join('') + foot };
}

/** The sitemap of the pages that are no question. */
export const PAGES_MAP = '/sitemap-pages.xml';

export const sitemapPath = ({ chunk }: { chunk: number }) => `/sitemap-${String(chunk)}.xml`;

/** A line of an index of sitemaps. */
export const sitemapLine = (url: string, place: Place): Html =>
  html`<sitemap>${located(url, place)}</sitemap> `;

/** A line of a sitemap. */
export const urlLine = (url: string, place: Place): Html =>
  html`<url>${located(url, place)}</url> `;

const located = (url: string, { path, changedAt }: Place): Html =>
  html`<loc>${xmlText(url + path)}</loc
    >${changedAt ? html`<lastmod>${xmlText(changedAt.toISOString())}</lastmod>` : undefined}`;
