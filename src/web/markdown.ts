import createMarkdownIt, { type MarkdownIt } from 'markdown-it';

import type { Markdown as ForumMarkdown } from '../forum/markdown.ts';
import type { Mentioned } from '../members/mentions.ts';
import { pictureAt } from '../pictures/names.ts';
import { escapeHtml, html, type Html } from './html.ts';
import type { RuleFacts } from './markdown-mentions.ts';
import { followRules } from './markdown-rules.ts';
import { sanitise } from './markdown-sanitise.ts';
import { textOf } from './markdown-text.ts';

/** Never throws; what would nest too deep or grow too long is shown as plain text. */
export type Markdown = ForumMarkdown<Html>;

/** A member's post starts its headings at h3; the operator's page at h2, and links own pages. */
export type Voice = 'post' | 'operator';

/** The only door from what people write to markup: no HTML, no foreign images, only known addresses. */
export function createMarkdown(voice: Voice = 'post'): Markdown {
  const markdown = createMarkdownIt({ linkify: true, maxNesting: MAX_NESTING });
  markdown.disable('reference');
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  markdown.validateLink = (url) => isWelcome(url, voice);
  followRules(markdown, { firstHeading: voice === 'post' ? 3 : 2 });
  const made: Markdown = {
    render: (source, mentioned) => render(markdown, wellFormed(source), mentioned),
    excerpt: (source, max = 180) => excerpt(markdown, wellFormed(source), max),
    plain: (source) => source,
    forPost: () => Promise.resolve(made),
  };
  return made;
}

/** Deeper than anyone means to write; markdown-it leaves out what is deeper still. */
const MAX_NESTING = 20;

/** What a page may be longer than what was written. */
const MAX_GROWTH = { factor: 20, plus: 10_000 };

/** How much of a text is read for each character of its excerpt. */
const EXCERPT_SOURCE = 12;

function render(markdown: MarkdownIt, source: string, mentioned?: Mentioned): Html {
  const env: RuleFacts = { mentioned };
  const tokens = markdown.parse(source, env);
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) return plain(source);
  const rendered = markdown.renderer.render(tokens, markdown.options, env);
  const limit = source.length * MAX_GROWTH.factor + MAX_GROWTH.plus;
  return rendered.length > limit ? plain(source) : sanitise(rendered);
}

const plain = (source: string): Html => html`<p>${escapeHtml(source)}</p>`;

/** Half an emoji and NUL are no text: each becomes the replacement character. */
const wellFormed = (source: string) => source.replaceAll(/\p{Surrogate}|\0/gu, '\uFFFD');

/** Markdown-it asks before it makes a link; what is refused stays as it was typed. */
function isWelcome(url: string, voice: Voice): boolean {
  if (voice === 'operator' && /^\/(?![/\\])/.test(url)) return true;
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(url) || pictureAt(url) !== undefined;
}

function excerpt(markdown: MarkdownIt, source: string, max: number): string {
  const tokens = markdown.parse(source.slice(0, max * EXCERPT_SOURCE), {});
  const text = textOf(tokens).replaceAll(/\s+/g, ' ').trim();
  if (text.length <= max) return text;
  const cut = text.slice(0, max + 1).replace(/\s+\S*$/, '');
  return `${(cut.length > max ? text.slice(0, max) : cut).replace(/[\s,.;:]+$/, '')}…`;
}
