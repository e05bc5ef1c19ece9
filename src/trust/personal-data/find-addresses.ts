import type { Found } from './personal-data.ts';
import type { Readable } from './readable.ts';

/**
 * British post codes with the number of a house: together they name a household. A post code
 * alone, which is asked for when the signal is bad, does not.
 */
export const findAddresses = ({ prose }: Readable): Found[] =>
  [...prose.matchAll(POST_CODE)].flatMap(({ 0: code, 1: area, index }) => {
    const before = prose.slice(Math.max(0, index - 90), index);
    const [numbered] = HOUSE_BEFORE.map((house) => house.exec(before)?.[0]).filter(Boolean);
    const after = HOUSE_AFTER.exec(prose.slice(index + code.length, index + code.length + 60))?.[0];
    if (numbered === undefined && after === undefined) return [];
    const start = index - (numbered?.replace(/^\s+/, '').length ?? 0);
    const end = index + code.length + (numbered === undefined ? (after?.length ?? 0) : 0);
    return [
      { kind: 'address', start, end, mask: `•••, ${String(area).toUpperCase()} •••` } as const,
    ];
  });

const POST_CODE =
  /(?<![\p{L}\p{N}])([A-Z]{1,2}\d(?:\d|[A-Z])?) ?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu;

const WORD = String.raw`\p{L}[\p{L}'’.-]{0,24}`;
/** A number that stands for itself: neither a price nor a part of another. */
const NUMBER = String.raw`(?<![\p{L}\p{N}.£€$-])\d{1,4}[a-f]?(?![\p{L}\p{N}])`;
const FLAT = String.raw`(?:(?:flat|apartment|apt\.?|unit|room)\s\w{1,4},?\s)?`;
const REST = String.raw`[^\d]{0,60}$`;

/** What is counted, and so is no house: “2 bars in the High Street”. */
const COUNTED = String.raw`(?!(?:in|on|at|of|from|near|and|bars?|for|to|with|no|has|have|shops?|masts?|days?|weeks?|months?|minutes?|hours?|times?|gb|mb)\b)`;

const STREETS =
  'street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|way|court|ct|place|pl|square|sq|terrace|gardens?|crescent|grove|hill|park|view|row|mews|walk|green|rise|broadway|kingsway|parade|quay|wharf|yard|heights|villas?|lodge|cottages?|gate|mount|meadows?|fields?';

const MONTHS =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|pro|max|plus|ultra|mini';

const GLUE = String.raw`(?:[\s,:;-]+|and\b|my\b|our\b|the\b|it's\b|post ?code\b|is\b|in\b|at\b)*`;
const CALLED = String.raw`(?:house|flat|apartment|apt|unit|number|no\.|door|plot)(?:\s(?:number|no\.?|is))*`;

const HOUSE_BEFORE = [
  // 14 High Street, York
  new RegExp(
    String.raw`${FLAT}${NUMBER},?\s(?:${COUNTED}${WORD}\s){0,4}?(?:${STREETS})(?!\p{L})${REST}`,
    'iu',
  ),
  // 5 The Larches, Bath: capitals and a comma
  new RegExp(
    String.raw`(?<!(?:iPhone|Galaxy|Pixel|Android|iOS|[Bb]and|[Zz]one|[Vv]ersion|Note|Windows|On|on|by|since|Since|of|From|from)\s)${NUMBER}\s(?!(?:${MONTHS})[\p{L}]*)(?:(?!(?:${capitalised(MONTHS)}))\p{Lu}[\p{L}'’-]{2,24}\s?){1,3}[,\n]${REST}`,
    'u',
  ),
  // number 10, / house 7,
  new RegExp(String.raw`(?<!\p{L})${CALLED}\s?#?${NUMBER}${GLUE}$`, 'iu'),
  // live at 27, LS1
  new RegExp(String.raw`(?<=\b(?:at|address(?: is)?:?)\s)${NUMBER},?\s$`, 'iu'),
] as const;

const HOUSE_AFTER = new RegExp(
  String.raw`^[\s,;:]*(?:(?:and|my|our|the|i'm|we're|at|is|it's)\s)*${CALLED}\s?#?${NUMBER}`,
  'iu',
);

function capitalised(words: string): string {
  return words
    .split('|')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|');
}
