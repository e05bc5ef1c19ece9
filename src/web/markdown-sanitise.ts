import sanitizeHtml from 'sanitize-html';

import { pictureAt } from '../pictures/names.ts';
import type { Html } from './html.ts';

/** Everything that a post may be made of. */
export const ALLOWED_TAGS: readonly string[] = [
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 's', 'a', 'img'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li'],
  ...['div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/** The second wall: even if the renderer erred, nothing else gets through. */
export const sanitise = (markup: string): Html =>
  // Elements without content end as HTML has them, not XML; what people type has no bare ">".
  sanitizeHtml(markup, OPTIONS).replaceAll(' />', '>') as Html;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    div: ['class', 'tabindex', 'role', 'aria-label'],
    ol: ['start'],
    table: ['class'],
    td: ['class'],
    th: ['class'],
  },
  allowedClasses: { div: ['table-wrap'], table: ['table'], td: ['n'], th: ['n'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  exclusiveFilter: ({ tag, attribs: { src = '' } }) => tag === 'img' && !pictureAt(src),
  nestingLimit: 60,
};
