import type { Html } from '../html.ts';

/** What a post became when it was written: markup that our own renderer made and kept beside it. */
export const storedHtml = (markup: string): Html => markup as Html;

/** The same for readers elsewhere: our own addresses are whole, and pictures are links to them. */
export const storedElsewhere = (markup: string, siteUrl: string): Html =>
  storedHtml(
    markup
      .replaceAll(/<img [^>]*?alt="([^"]*)"[^>]*>/g, '$1')
      .replaceAll('<a href="/', () => `<a href="${siteUrl}/`),
  );

/** The words of such markup, without their marks. */
export const plainText = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:!?…)])/g, '')
    .trim();

/** The beginning of a text, cut between words. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max).replace(/\s+\S*$/, '');
  return `${cut.replace(/[\s,.;:]+$/, '')}…`;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
