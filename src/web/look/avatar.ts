import { escapeHtml, html, type Html } from '../html.ts';

/** Small beside a line of text, medium by default, large on the profile. */
export type AvatarLook = { size?: 's' | 'm' | 'l'; staff?: boolean };

/** A member's initials on one of six tones that their handle always gets; staff are plum. */
export function avatar(name: string, { size, staff = false }: AvatarLook = {}): Html {
  const tone = staff ? 'staff' : `t${String((hash(name) % TONES) + 1)}`;
  const classes = escapeHtml(['av', tone, size ?? ''].join(' ').trim());
  return html`<span class="${classes}" aria-hidden="true">${escapeHtml(initials(name))}</span>`;
}

/** Moira-Fenn is MF, old-nokia-fan is ON, jules84 is J. */
export function initials(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? /\p{N}/u.exec(name) ?? ['?'];
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))
    .join('')
    .toUpperCase();
}

/** How many tones the stylesheet draws. */
const TONES = 6;

/** The same on every machine and in every year, so that nobody changes colour. */
function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
