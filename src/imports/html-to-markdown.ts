import TurndownService from 'turndown';

import { EMPHASIS, emphasise, type HtmlNode } from './html-emphasis.ts';
import { CODE_STARTS, escapeMarkdown, printable, settleEscapes } from './markdown-escape.ts';
import { shorten } from './shorten-markdown.ts';

type HtmlElement = HtmlNode & {
  readonly parentElement: HtmlElement | null;
  readonly children: ArrayLike<HtmlElement>;
  getAttribute: (name: string) => string | null;
};

const NOT_TEXT = ['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'NOSCRIPT', 'TITLE'];
const TYPED = ['CODE', 'KBD', 'SAMP', 'TT'];
const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const BODY_LIMIT = 20_000;
const TITLE = { shortest: 10, longest: 150 };

/**
 * The Markdown that reads as the HTML did, at most 20,000 characters long.
 *
 * Headings go two levels down, below the page's own. Links are kept to http, https and mailto;
 * an image becomes a link to it.
 */
export const htmlToMarkdown = (html: string): string =>
  shorten(printable(settleEscapes(convert(html))).trim(), BODY_LIMIT);

/** A post's text, which is never empty: some are nothing but what cannot be kept. */
export const bodyOf = (html: string): string => htmlToMarkdown(html) || '*(no text)*';

/** The title in plain text, 10 to 150 characters long whatever it was. */
export function fitTitle(title: string): string {
  const plain = decodeEntities(title);
  if (Array.from(plain).length < TITLE.shortest) return `${plain} (question)`.trim();
  if (plain.length <= TITLE.longest) return plain;
  return `${printable(plain.slice(0, TITLE.longest - 1)).trimEnd()}…`;
}

/** Nobody writes thousands of tags inside each other: what does is read without its tags. */
function convert(html: string): string {
  try {
    return converter().turndown(html);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return converter().turndown(html.replace(/<[^>]*>/g, ' '));
  }
}

function decodeEntities(text: string): string {
  const service = new TurndownService();
  service.escape = printable;
  return service.turndown(text.replaceAll('<', '&lt;'));
}

function converter(): TurndownService {
  const service = new TurndownService();
  service.escape = escapeMarkdown;
  const rule = (names: string[], replacement: (content: string, node: HtmlElement) => string) =>
    service.addRule(names.join(), {
      filter: ({ nodeName }: HtmlElement) => names.includes(nodeName),
      replacement,
    });
  rule(NOT_TEXT, () => '');
  rule(HEADINGS, heading);
  rule(['PRE'], fencedCode);
  rule(['LI'], listItem);
  rule(['BR'], lineBreak);
  rule(['HR'], (_, node) => (isWithin(HEADINGS, node.parentElement) ? ' ' : '\n\n* * *\n\n'));
  rule(['A'], (content, node) => link(content, webAddress(node.getAttribute('href'))));
  rule(['IMG'], image);
  rule(TYPED, codeSpan);
  rule(Object.keys(EMPHASIS), emphasise);
  return service;
}

function heading(content: string, { nodeName }: HtmlElement): string {
  const level = Math.min(Number(nodeName.slice(1)) + 2, HEADINGS.length);
  const line = content.trim().replace(/\s*\n\s*/g, ' ');
  return `\n\n${'#'.repeat(level)} ${line.replace(/(?<=\s)#+$/, String.raw`\$&`)}\n\n`;
}

function fencedCode(_content: string, node: HtmlElement): string {
  const code = printable(node.textContent ?? '').replace(/^\n+|\s+$/g, '');
  const fence = longerThan(/`{3,}/g, code, '```');
  return `\n\n${fence}\n${code}\n${fence}\n\n`;
}

function codeSpan(_content: string, node: HtmlElement): string {
  if (isWithin([...TYPED, 'PRE'], node.parentElement)) return printable(node.textContent ?? '');
  const code = printable(node.textContent ?? '')
    .trim()
    .replace(/\s*\n\s*/g, ' ');
  if (code === '') return '';
  const mark = longerThan(/`+/g, code, '`');
  const space = /^`|`$/.test(code) ? ' ' : '';
  return `${CODE_STARTS}${mark}${space}${code}${space}${mark}`;
}

function longerThan(runs: RegExp, code: string, shortest: string): string {
  const longest = Math.max(0, ...Array.from(code.matchAll(runs), ([run]) => run.length));
  return longest < shortest.length ? shortest : '`'.repeat(longest + 1);
}

function listItem(content: string, node: HtmlElement): string {
  if (!['UL', 'OL'].includes(node.parentElement?.nodeName ?? '')) return `\n\n${content}\n\n`;
  const marker = markerOf(node, node.parentElement);
  const isLoose = content.endsWith('\n');
  const lines = content
    .replace(/^\n+|\s+$/g, '')
    .replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`);
  return `${marker}${lines}${node.nextSibling === null ? '' : '\n'}${isLoose ? '\n' : ''}`;
}

function markerOf(item: HtmlElement, list: HtmlElement | null): string {
  if (list?.nodeName !== 'OL') return '- ';
  const first = /^\d{1,6}$/.exec(list.getAttribute('start') ?? '')?.[0] ?? '1';
  return `${String(Number(first) + Array.from(list.children).indexOf(item))}. `;
}

/** At most one empty line, however many breaks somebody spaced their text with. */
const lineBreak = (_content: string, node: HtmlElement) =>
  node.previousSibling?.nodeName === 'BR' && node.nextSibling?.nodeName === 'BR' ? '' : '  \n';

function image(_content: string, node: HtmlElement): string {
  const caption = escapeMarkdown((node.getAttribute('alt') ?? '').trim().replace(/\s+/g, ' '));
  return isWithin(['A'], node.parentElement)
    ? caption || 'image'
    : link(caption || 'image', webAddress(node.getAttribute('src')));
}

const link = (content: string, address: string | undefined) =>
  content.trim() === '' || address === undefined || /\n\s*\n/.test(content)
    ? content
    : `[${content}](${address})`;

/** The address as Markdown takes it between brackets, if it is one that may be kept. */
function webAddress(href: string | null): string | undefined {
  const absolute = (href ?? '').trim().replace(/^\/\//, 'https://');
  if (!URL.canParse(absolute)) return undefined;
  const { protocol, href: address } = new URL(absolute);
  return ['http:', 'https:', 'mailto:'].includes(protocol)
    ? address.replace(/[\s<>]/g, encodeURIComponent).replace(/[\\()]|&(?=#?\w+;)/g, String.raw`\$&`)
    : undefined;
}

const isWithin = (names: string[], node: HtmlElement | null): boolean =>
  node !== null && (names.includes(node.nodeName) || isWithin(names, node.parentElement));
