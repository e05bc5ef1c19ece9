import { toHex, type Oklch } from './oklch.ts';

/** Every colour of the site by day and by night: authored in OKLCH, shipped as hex. */
const TOKENS = {
  // neutrals: warm paper by day, petrol ink by night
  canvas: both([97.4, 0.0075, 88], [18.2, 0.018, 232]),
  surface: both([99.7, 0.002, 88], [21.8, 0.021, 232]),
  sunken: both([95, 0.01, 88], [16, 0.017, 232]),
  raised: both([100, 0, 0], [25.6, 0.024, 232]),
  line: both([89.6, 0.011, 88], [32, 0.025, 232]),
  'line-2': both([83, 0.013, 88], [40, 0.028, 232]),
  field: both([60.5, 0.018, 88], [58.5, 0.03, 232]),
  ink: both([24, 0.028, 240], [95.2, 0.008, 95]),
  'ink-2': both([40.5, 0.025, 240], [82, 0.014, 228]),
  'ink-3': both([49.5, 0.022, 240], [72, 0.018, 228]),
  // brand: petrol
  brand: both([42, 0.085, 226], [81, 0.105, 214]),
  'brand-fill': both([42, 0.085, 226], [71, 0.092, 218]),
  'brand-hover': both([35.5, 0.078, 228], [79, 0.088, 215]),
  'on-brand': both([99.7, 0.002, 88], [19, 0.035, 232]),
  'brand-tint': both([94.8, 0.018, 218], [29, 0.045, 226]),
  'brand-line': both([83.5, 0.05, 220], [42, 0.06, 222]),
  'on-brand-tint': both([36, 0.08, 226], [88, 0.075, 212]),
  logo: both([42, 0.085, 226], [51, 0.088, 226]),
  // credit: marigold
  gold: both([83, 0.16, 84], [83, 0.155, 86]),
  'on-gold': both([28, 0.06, 70], [24, 0.05, 75]),
  'gold-tint': both([95.2, 0.052, 92], [29.5, 0.042, 82]),
  'gold-line': both([86, 0.1, 88], [45, 0.075, 84]),
  'on-gold-tint': both([42.5, 0.09, 68], [88, 0.12, 90]),
  // solved / passed: fern
  ok: both([44, 0.105, 155], [81, 0.15, 156]),
  'ok-fill': both([44, 0.105, 155], [73, 0.12, 157]),
  'on-ok': both([99.7, 0.002, 88], [20, 0.05, 160]),
  'ok-tint': both([95.4, 0.027, 152], [27, 0.034, 162]),
  'ok-line': both([83, 0.075, 155], [42, 0.075, 158]),
  'on-ok-tint': both([38, 0.095, 155], [87, 0.12, 155]),
  // problem / clawed back: brick
  bad: both([49.5, 0.17, 28], [77, 0.135, 24]),
  'on-bad': both([99.7, 0.002, 88], [21, 0.06, 24]),
  'bad-tint': both([95.6, 0.022, 30], [28, 0.055, 22]),
  'bad-line': both([85, 0.075, 28], [44, 0.09, 24]),
  'on-bad-tint': both([42.5, 0.15, 28], [86, 0.085, 26]),
  // warning / incident: clay
  warn: both([52, 0.125, 55], [82, 0.125, 66]),
  'warn-tint': both([95.8, 0.03, 70], [28.5, 0.038, 62]),
  'warn-line': both([85, 0.085, 68], [45, 0.08, 62]),
  'on-warn-tint': both([42, 0.105, 52], [88, 0.095, 72]),
  // staff voice: plum
  staff: both([44, 0.125, 325], [82, 0.105, 325]),
  'on-staff': both([99.7, 0.002, 88], [22, 0.06, 325]),
  'staff-tint': both([95.4, 0.023, 325], [28.5, 0.05, 325]),
  'staff-line': both([84, 0.065, 325], [44, 0.075, 325]),
  'on-staff-tint': both([39, 0.115, 325], [88, 0.075, 325]),
  // balance card (always dark, both themes)
  card: both([31, 0.062, 232], [33, 0.062, 230]),
  'card-2': both([24, 0.052, 236], [26, 0.05, 234]),
  'on-card': both([98, 0.008, 95], [98, 0.008, 95]),
  'on-card-2': both([84, 0.035, 215], [84, 0.035, 215]),
  // charts
  c1: both([48, 0.095, 226], [68, 0.098, 220]),
  c2: both([74, 0.145, 80], [83, 0.145, 86]),
  c3: both([57, 0.125, 155], [76, 0.14, 156]),
  c4: both([58, 0.165, 30], [69, 0.15, 27]),
  c5: both([55, 0.12, 325], [76, 0.11, 325]),
};

export type TokenName = keyof typeof TOKENS;

/** The hue that the brand colours were drawn in: petrol. */
export const BRAND_HUE = 226;

/** Every colour as [day, night] in `#rrggbb`, the brand's turned to `brandHue` (0 to 359). */
export function resolveTokens(brandHue = BRAND_HUE): Record<TokenName, [string, string]> {
  const turn = (name: string) => (IS_BRAND.test(name) ? brandHue - BRAND_HUE : 0);
  const entries = Object.entries(TOKENS).map(([name, { day, night }]) => [
    name,
    [toHex(turned(day, turn(name))), toHex(turned(night, turn(name)))],
  ]);
  return Object.fromEntries(entries) as Record<TokenName, [string, string]>;
}

/** The custom properties of the stylesheet, with a daylight fallback for older browsers. */
export function tokensCss(brandHue = BRAND_HUE): string {
  const tokens = Object.entries(resolveTokens(brandHue));
  const both = tokens.map(([name, [day, night]]) =>
    day === night ? `--${name}:${day};` : `--${name}:light-dark(${day},${night});`,
  );
  const days = tokens.map(([name, [day]]) => `--${name}:${day};`);
  return (
    `:root{color-scheme:light dark;${both.join('')}}` +
    `@supports not (color:light-dark(#000,#fff)){:root{color-scheme:light;${days.join('')}}}`
  );
}

const IS_BRAND = /^(on-)?brand|^c1$|^logo$|^(on-)?card/;

const turned = ([lightness, chroma, hue]: Oklch, degrees: number): Oklch => [
  lightness,
  chroma,
  (hue + degrees + 360) % 360,
];

function both(day: Oklch, night: Oklch): { day: Oklch; night: Oklch } {
  return { day, night };
}
