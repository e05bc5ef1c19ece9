import { html, type Html } from '../html.ts';
import { XML_HEAD, xmlText } from './xml.ts';

/** What happened lately in one place: RFC 4287. All addresses are whole. */
export type Feed = {
  /** For ever the same, whatever becomes of titles. */
  id: string;
  title: string;
  /** Whose it is. */
  author: string;
  self: string;
  /** The page of the same. */
  page: string;
  /** Older entries (RFC 5005), where there are some. */
  next?: string | undefined;
  updated: Date;
  entries: readonly Entry[];
};

export type Entry = {
  id: string;
  title: string;
  href: string;
  author: { name: string; href: string };
  published: Date;
  updated: Date;
  /** The name of its topic. */
  topic?: string | undefined;
  /** All of it as markup that was made safe, or its beginning as text. */
  body: { html: Html } | { text: string };
};

/** The feed as a document. */
export const atomFeed = (feed: Feed): string =>
  XML_HEAD +
  html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
    <id>${xmlText(feed.id)}</id>
    <title>${xmlText(feed.title)}</title>
    <updated>${instant(feed.updated)}</updated>
    <author><name>${xmlText(feed.author)}</name></author>
    <link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}" />
    <link rel="alternate" type="text/html" href="${xmlText(feed.page)}" />
    ${feed.next === undefined ? undefined : html`<link rel="next" href="${xmlText(feed.next)}" /> `}${feed.entries.map(entry)}</feed
  > `;

const entry = ({ id, title, href, author, published, updated, topic, body }: Entry): Html =>
  html`<entry>
    <id>${xmlText(id)}</id>
    <title>${xmlText(title)}</title>
    <link rel="alternate" type="text/html" href="${xmlText(href)}" />
    <author><name>${xmlText(author.name)}</name><uri>${xmlText(author.href)}</uri></author>
    <published>${instant(published)}</published>
    <updated>${instant(updated)}</updated>
    ${topic === undefined ? undefined : html`<category term="${xmlText(topic)}" /> `}${content(body)}
  </entry> `;

const content = (body: Entry['body']): Html =>
  'html' in body
    ? html`<content type="html">${xmlText(body.html)}</content>`
    : html`<summary>${xmlText(body.text)}</summary>`;

/** RFC 3339. */
const instant = (at: Date): Html => xmlText(at.toISOString());
