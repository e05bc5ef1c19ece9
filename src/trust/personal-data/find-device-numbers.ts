import { type Run, pick, runsIn, type Window } from './digit-groups.ts';
import { passesLuhn } from './luhn.ts';
import type { Found } from './personal-data.ts';
import type { Readable } from './readable.ts';

/** What carries a check digit: SIM cards (ITU-T E.118), handsets (3GPP TS 23.003), payment cards. */
export const findDeviceNumbers = ({ prose }: Readable): Found[] =>
  runsIn(prose).flatMap((run: Run) => pick(run, LONGEST, (window) => recognise(prose, window)));

const LONGEST = 20;

function recognise(prose: string, window: Window): Found | undefined {
  const { digits, start, end } = window;
  if (digits.length < 13) return undefined;
  const said = prose.slice(Math.max(0, start - 60), Math.min(prose.length, end + 30));
  const kind = kindOf(window, said);
  if (kind === undefined || !passesLuhn(digits)) return undefined;
  return { kind, start, end, mask: MASKS[kind](digits) };
}

function kindOf(window: Window, said: string): keyof typeof MASKS | undefined {
  if (/^89\d{17,18}$/.test(window.digits)) return 'iccid';
  if (isImei(window, said)) return 'imei';
  return isCard(window, said) ? 'card' : undefined;
}

const MASKS = {
  iccid: (digits: string) => `89•• •••• •••• •••• ${digits.slice(-3)}`,
  imei: (digits: string) => `•••• •••• •••• ${digits.slice(-3)}`,
  card: (digits: string) => `•••• •••• •••• ${digits.slice(-4)}`,
} as const;

/** Begins with a body that gives numbers out, or is called an IMEI; the shapes people write. */
const isImei = ({ digits, shape }: Window, said: string) =>
  digits.length === 15 &&
  IMEI_SHAPES.has(shape) &&
  (/^(?:01|35|44|45|49|5[0-4]|86|9[189])/.test(digits) || /\bimei/i.test(said)) &&
  !/\bamex|american express/i.test(said);

const IMEI_SHAPES = new Set([
  '15',
  '2-6-6-1',
  '8-6-1',
  '6-2-6-1',
  '2-4-2-6-1',
  '14-1',
  '5-5-5',
  '3-3-3-3-3',
  '4-4-4-3',
]);

/** ISO/IEC 7812 ranges; the wide ones only in fours or where a card is spoken of. */
function isCard({ digits, shape }: Window, said: string): boolean {
  if (!CARD_SHAPES.test(shape)) return false;
  if (NARROW.test(digits)) return true;
  return (
    WIDE.test(digits) && (shape.startsWith('4-4-4-4') || /\b(?:card|visa|maestro)\b/i.test(said))
  );
}

const CARD_SHAPES = /^(?:\d+|4-4-4-4|4-4-4-4-[1-3]|4-6-[45]|4-4-5)$/;

/** Visa, Mastercard, American Express, Discover, JCB and Diners Club, at their usual lengths. */
const NARROW =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:2[3-9]|[3-6]\d|7[01])\d{13}|222[1-9]\d{12}|2720\d{12}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11})$/;
const WIDE = /^(?:4\d{12}(?:\d{6})?|(?:5[0678]|6\d)\d{11,17})$/;
