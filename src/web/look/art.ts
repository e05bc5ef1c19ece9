import { html, type Html } from '../html.ts';

export type ArtName = keyof typeof DRAWINGS;

/** The small picture of an empty or a refused page; what it means is said in words beside it. */
export const art = (name: ArtName): Html =>
  html`<svg viewBox="0 0 120 84" aria-hidden="true">${DRAWINGS[name]}</svg>`;

const bubble = html`<path
  class="a-brand"
  d="M24 8h60l16 16v34a8 8 0 0 1-8 8H52L34 78V66H24a8 8 0 0 1-8-8V16a8 8 0 0 1 8-8z"
/>`;

const sim = html`<path
  class="a-gold"
  d="M38 6h32l18 18v46a8 8 0 0 1-8 8H38a8 8 0 0 1-8-8V14a8 8 0 0 1 8-8z"
/>`;

const DRAWINGS = {
  talk: html`${bubble}<path class="a-pen" d="M42 48v-6M58 48V34M74 48V38" />`,
  sim: html`${sim}<rect class="a-coin" x="44" y="42" width="30" height="24" rx="4" /><path
      class="a-fine"
      d="M44 50h10v8H44M74 50H64v8h10M54 42v24M64 42v24"
    />`,
  search: html`<path class="a-ink" d="M14 22h22M14 40h14M14 58h22" />
    <circle class="a-brand" cx="68" cy="38" r="26" />
    <path class="a-pen" d="M58 38h20M88 58l16 16" />`,
  done: html`<circle class="a-ok" cx="60" cy="42" r="34" />
    <path class="a-tick" d="m44 43 11 11 22-24" />
    <path class="a-pen" d="M14 18v8M10 22h8M106 58v8M102 62h8" />`,
  lost: html`${bubble}<path class="a-pen" d="M50 30a9 9 0 1 1 12 8.5c-2.5 1-3 2.5-3 5.5" /><path
      class="a-pen"
      d="M59 54v.01"
    />`,
  removed: html`${bubble}<path class="a-ink" d="M36 28h44M36 40h30M36 52h16" /><path
      class="a-pen"
      d="M30 58 88 18"
    />`,
  wait: html`<circle class="a-gold" cx="60" cy="42" r="34" />
    <path class="a-ink" d="M60 22v20l13 9" />`,
  lock: html`<path class="a-ink" d="M44 38V26a16 16 0 0 1 32 0v12" />
    <rect class="a-brand" x="32" y="36" width="56" height="42" rx="8" />
    <path class="a-pen" d="M60 54v8" />`,
  broken: html`<path class="a-warn" d="M60 8 104 76H16z" />
    <path class="a-ink" d="M60 32v20M60 63v.01" />`,
};
