import { REPLY_ADDRESSES } from '../../notices/reply-address.ts';

/**
 * A text without what no reader sees or should: control characters, what turns the direction of
 * writing, white space of no width, half characters, the names of pictures, our reply addresses.
 */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(PICTURES, '')
    .replaceAll(REPLY_ADDRESSES, '')
    .normalize('NFC');

/**
 * Controls but tab and newline; marks, embeddings, overrides and isolates of direction; soft hyphen
 * and what has no width. Joiners stay: Persian, Hindi and emoji are written with them.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** How html-to-text and Apple Mail write a picture: by its address in brackets. */
const PICTURES = /\[(?:cid|https?|data|image):[^\]\s]{0,2000}\]/gi;
