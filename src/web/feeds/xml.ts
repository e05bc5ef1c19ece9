import { escapeHtml, type Html } from '../html.ts';

/** Text for an element or an attribute of XML; what XML 1.0 cannot hold becomes U+FFFD. */
export const xmlText = (text: string): Html => escapeHtml(text.replaceAll(IMPOSSIBLE, '\uFFFD'));

/** The first line of every XML document. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** https://www.w3.org/TR/xml/#charsets */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
