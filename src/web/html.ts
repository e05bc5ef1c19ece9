import type { Branded } from '../db/branded.ts';

/** Markup that is safe to print as it is. Only what renders, escapes or sanitises makes some. */
export type Html = Branded<string, 'html'>;

/** What a template may hold: text is refused by its type until `escapeHtml` has made it safe. */
export type Fragment = Html | number | readonly Html[] | undefined;

/** Text as markup, fit for an element's content and for a quoted attribute. */
export function escapeHtml(text: string): Html {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '') as Html;
}

/** Markup with fragments of markup in it; a list is joined and what is undefined is left out. */
export function html(texts: TemplateStringsArray, ...fragments: readonly Fragment[]): Html {
  const printed = fragments.map((fragment) =>
    typeof fragment === 'object' ? fragment.join('') : String(fragment ?? ''),
  );
  return String.raw({ raw: texts }, ...printed) as Html;
}

/** Data for a script element, such as JSON-LD: nothing in it can end the element. */
export function scriptJson(data: object): Html {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`) as Html;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
