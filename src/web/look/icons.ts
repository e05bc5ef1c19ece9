import { escapeHtml, html, type Html } from '../html.ts';

export type IconName = keyof typeof DRAWINGS;

/** Whether there is a drawing of that name. */
export const isIcon = (name: string): name is IconName => Object.hasOwn(DRAWINGS, name);

/** A drawn icon in the colour and size of the text beside it; it is never read aloud. */
export function icon(name: IconName, className = ''): Html {
  const classes = escapeHtml(className ? `i ${className}` : 'i');
  const drawing = DRAWINGS[name] as Html;
  return html`<svg class="${classes}" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;
}

/** The coin that stands beside money: a SIM with a pound sign. */
export const coin = (): Html =>
  html`<svg class="coin" viewBox="0 0 20 20" aria-hidden="true">
    <path
      class="a-coin"
      d="M5 1.5h6.6L17 6.9v9.6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z"
    />
    <path class="coin-p" d="M12.6 8.3a2.2 2.2 0 0 0-4.2.9c0 1.9.5 2.7-.9 5.3h5.2M7.2 11.2h3.9" />
  </svg>`;

/** The sign of the house: a SIM that speaks, with three bars of signal. */
export const logo = (): Html =>
  html`<svg viewBox="0 0 36 36" aria-hidden="true">
    <path
      class="logo-f"
      d="M9 3h13.5L33 13.5V24a6 6 0 0 1-6 6H16l-7.2 4.6A.9.9 0 0 1 7.4 34v-4.2A6 6 0 0 1 3 24V9
      a6 6 0 0 1 6-6z"
    />
    <path class="logo-b" d="M11 21.5v-3M18 21.5v-6.5M25 21.5V17" />
  </svg>`;

const DRAWINGS = {
  bars: '<path d="M5 19v-4M10 19v-7M15 19V9M20 19V5"/>',
  bell: '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4"/>',
  bill: '<path d="M6 3.5h12v17l-2.4-1.6-2.4 1.6-2.4-1.6-2.4 1.6L6 18.9zM9 8.5h6M9 12.5h6"/>',
  bold: '<path d="M8 5h5a3.3 3.3 0 0 1 0 6.8H8zm0 6.8h6a3.6 3.6 0 0 1 0 7.2H8z"/>',
  book:
    '<path d="M4.5 5.5c2.5-1 5-.8 7.5.8 2.5-1.6 5-1.8 ' +
    '7.5-.8V19c-2.5-1-5-.8-7.5.8-2.5-1.6-5-1.8-7.5-.8zM12 6.3v13.5"/>',
  calendar:
    '<rect x="4" y="5.5" width="16" height="14.5" rx="2"/>' +
    '<path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
  chart: '<path d="M4 20h16M7 16v-5M12 16V6M17 16v-8"/>',
  chat:
    '<path d="M4.5 6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H11l-4.5 4v-4a2 2 0 0 ' +
    '1-2-2z"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  checkc: '<circle cx="12" cy="12" r="9"/><path d="m8 12.2 2.8 2.8L16 9.5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  down: '<path d="m6 9.5 6 6 6-6"/>',
  code: '<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5"/>',
  download: '<path d="M12 4v10.5m-4.5-4 4.5 4.5 4.5-4.5M5 19.5h14"/>',
  eye:
    '<path d="M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12z"/>' +
    '<circle cx="12" cy="12" r="2.8"/>',
  flag: '<path d="M6 21V4.5h11l-2 4 2 4H6"/>',
  globe:
    '<circle cx="12" cy="12" r="8.5"/>' +
    '<path d="M3.5 12h17M12 3.5c2.6 2.4 3.7 5.2 3.7 8.5s-1.1 6.1-3.7 ' +
    '8.5c-2.6-2.4-3.7-5.2-3.7-8.5s1.1-6.1 3.7-8.5z"/>',
  hand:
    '<path d="M7 12.5V6.8a1.5 1.5 0 0 1 3 0V11m0-5.8a1.5 1.5 0 0 1 3 0V11m0-4.7a1.5 1.5 0 0 ' +
    '1 3 0V12m0-2.7a1.5 1.5 0 0 1 3 0v5.2c0 3.8-2.4 6.5-6 6.5-3 0-4.5-1.2-6-3.7l-2.6-4.2a1.5 ' +
    '1.5 0 0 1 2.6-1.6z"/>',
  heart:
    '<path d="M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0 1 12 7.3 4.3 4.3 0 0 1 19.5 10c0 5.4-7.5 ' +
    '10-7.5 10z"/>',
  home: '<path d="m4 11 8-7 8 7v8.5a1 1 0 0 1-1 1h-4.5v-6h-5v6H5a1 1 0 0 1-1-1z"/>',
  image:
    '<rect x="3.5" y="5" width="17" height="14" rx="2"/>' +
    '<path d="m4 16.5 4.7-4.4 4 3.6 2.6-2.3 4.7 4M15.5 9.2v.01"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8v.01"/>',
  italic: '<path d="M10 5h7M7 19h7M14 5l-4 14"/>',
  keyboard:
    '<rect x="2.5" y="6" width="19" height="12" rx="2"/>' +
    '<path d="M6.5 10v.01M10.2 10v.01M13.8 10v.01M17.5 10v.01M8 14h8"/>',
  left: '<path d="m14.5 6-6 6 6 6"/>',
  link:
    '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 ' +
    '4 0 0 0 5.7 5.7l1-1"/>',
  lock:
    '<rect x="5.5" y="10.5" width="13" height="9.5" rx="2"/>' +
    '<path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>',
  mast:
    '<path d="M12 11v10M8.5 21h7M8.8 12.2a4.6 4.6 0 0 1 0-6.4M15.2 12.2a4.6 4.6 0 0 0 ' +
    '0-6.4M5.9 15a8.6 8.6 0 0 1 0-12M18.1 15a8.6 8.6 0 0 0 0-12"/>' +
    '<circle cx="12" cy="9" r="1.3"/>',
  ol:
    '<path d="M10 6.5h10M10 12h10M10 17.5h10M4.5 5 6 4.2V9M4.3 14.6c.4-1 2.4-1 2.4.5 0 ' +
    '1.3-2.5 2.4-2.5 3.4h2.7"/>',
  out: '<path d="M10 4.5H6a1.5 1.5 0 0 0-1.5 1.5v12A1.5 1.5 0 0 0 6 19.5h4M15 8l4 4-4 4M19 12H9.5"/>',
  pencil: '<path d="m4 20 1-4.5L16.3 4.2a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L8.5 19z"/>',
  phone: '<rect x="7" y="2.8" width="10" height="18.4" rx="2.4"/><path d="M11 18h2"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  quote: '<path d="M10 7H5v5h5zm0 5c0 3-1.5 4.5-4 5.5M19 7h-5v5h5zm0 5c0 3-1.5 4.5-4 5.5"/>',
  right: '<path d="m9.5 6 6 6-6 6"/>',
  scale: '<path d="M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  send: '<path d="M4 12 20 4.5 15.5 20 11.5 13.5z"/>',
  settings:
    '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2.2"/>' +
    '<circle cx="9" cy="17" r="2.2"/>',
  shield:
    '<path d="m12 3 7.5 2.8v5.4c0 4.6-3 8.2-7.5 9.8-4.5-1.6-7.5-5.2-7.5-9.8V5.8z"/>' +
    '<path d="m8.7 12 2.4 2.4 4.4-4.6"/>',
  sim:
    '<path d="M7 3.5h7.5L19 8v10.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z"/>' +
    '<path d="M9 12h6v5.5H9zM12 12v5.5"/>',
  skip: '<path d="m6 6 7 6-7 6zM17 6v12"/>',
  star: '<path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z"/>',
  swap: '<path d="M4 8h15l-3.5-3.5M20 16H5l3.5 3.5"/>',
  ul: '<path d="M9 6.5h11M9 12h11M9 17.5h11M4.8 6.5v.01M4.8 12v.01M4.8 17.5v.01"/>',
  undo: '<path d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3"/>',
  up: '<path d="m6 14.5 6-6 6 6"/>',
  user: '<circle cx="12" cy="8.5" r="3.7"/><path d="M4.5 20c.8-3.8 3.8-5.8 7.5-5.8s6.7 2 7.5 5.8"/>',
  voicemail:
    '<circle cx="7" cy="12" r="3.5"/><circle cx="17" cy="12" r="3.5"/><path d="M7 15.5h10"/>',
  wallet:
    '<path d="M4.5 7.5V17a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V9.5a2 2 0 0 0-2-2h-13a1.8 1.8 0 0 1 ' +
    '0-3H16M15.5 13.2v.01"/>',
  warn: '<path d="M12 4 21 19.5H3zM12 10v4.2M12 17v.01"/>',
  wifi:
    '<path d="M3.5 9.5a12.5 12.5 0 0 1 17 0M6.5 12.8a8 8 0 0 1 11 0M9.5 16a3.8 3.8 0 0 1 5 ' +
    '0M12 19v.01"/>',
  x: '<path d="M6 6l12 12M18 6 6 18"/>',
};
