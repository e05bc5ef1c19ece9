import type { StateCore, Token } from 'markdown-it';

import { pictureAt, type NamedPicture } from '../pictures/names.ts';
import { textOf } from './markdown-text.ts';

/**
 * Our own uploads are shown, no larger than a screen takes, and lead to the whole picture. Pictures
 * from elsewhere become links, and inside another link only their words are left of any.
 */
export function drawPictures(tokens: Token[], state: StateCore): Token[] {
  let depth = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open' || token.type === 'link_close') depth += token.nesting;
    if (token.type !== 'image') return [token];
    const words = new state.Token('text', '', 0);
    words.content = textOf(token.children ?? []).trim() || 'Picture';
    if (depth > 0) return [words];
    const address = String(token.attrGet('src') ?? '');
    const own = pictureAt(address);
    const open = new state.Token('link_open', 'a', 1);
    open.attrSet('href', address);
    const shown = own ? drawn(state, address, own, words.content) : words;
    return [open, shown, new state.Token('link_close', 'a', -1)];
  });
}

/** With its sides, so that nothing moves when it comes. */
function drawn(state: StateCore, src: string, { width, height }: NamedPicture, alt: string): Token {
  const image = new state.Token('picture', 'img', 0);
  image.content = alt;
  const scale = Math.min(1, SHOWN.width / width, SHOWN.height / height);
  const side = (pixels: number) => String(Math.max(1, Math.round(pixels * scale)));
  const sides = { width: side(width), height: side(height) };
  image.attrs = Object.entries({ src, alt, ...sides, loading: 'lazy' });
  return image;
}

/** Pixels: a column of text, and most of a screen. */
const SHOWN = { width: 704, height: 560 };
