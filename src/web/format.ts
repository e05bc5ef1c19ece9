import { decimal } from '../ledger/money.ts';
import { escapeHtml, html, type Html } from './html.ts';

export type Formats = {
  /** An amount in minor units with its sign and currency: £0.50, −£0.50. */
  money: (amountMinor: bigint, currency?: string) => string;
  /** 22 Nov 2026 */
  day: (date: Date) => string;
  /** 22 November 2026 */
  longDay: (date: Date) => string;
  /** 10:42 */
  time: (date: Date) => string;
  /** 22 Nov 2026, 10:42 */
  dateTime: (date: Date) => string;
  /** November 2026, of an instant or of an accounting month such as 2026-11 */
  month: (month: Date | string) => string;
  /** 12,450 */
  count: (number: number | bigint) => string;
  /** A time element that shows the day and the time. */
  when: (date: Date) => Html;
  /** A time element that shows the day alone. */
  whenDay: (date: Date) => Html;
};

export type Place = { timeZone: string; currency: string; locale?: string };

/** Writes amounts, dates and counts as the operator's customers read them. */
export function formatter({ timeZone, currency: own, locale = 'en-GB' }: Place): Formats {
  const dates = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const [days, times] = [dates(DAY), dates(TIME)];
  const longDays = dates(LONG_DAY);
  const [months, calendar] = [dates(MONTH), dates(MONTH, 'UTC')];
  const counts = new Intl.NumberFormat(locale);
  const moneyIn = moneyWriter(locale);
  const day = (date: Date) => days.format(date);
  const time = (date: Date) => times.format(date);
  const dateTime = (date: Date) => `${day(date)}, ${time(date)}`;
  return {
    money: (amountMinor, currency = own) => moneyIn(currency)(amountMinor),
    day,
    longDay: (date) => longDays.format(date),
    time,
    dateTime,
    month: (month) =>
      typeof month === 'string'
        ? calendar.format(new Date(`${month}-01T00:00:00Z`))
        : months.format(month),
    count: (number) => counts.format(number),
    when: (date) => timeElement(date, dateTime(date)),
    whenDay: (date) => timeElement(date, day(date)),
  };
}

/** An amount in minor units as readers of `locale` write it, with a true minus. */
export function money(amountMinor: bigint, currency: string, locale = 'en-GB'): string {
  return moneyWriter(locale)(currency)(amountMinor);
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const LONG_DAY = { ...DAY, month: 'long' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const MONTH = { month: 'long', year: 'numeric' } as const;

/** Keeps a formatter for each currency: making one costs far more than using it. */
function moneyWriter(locale: string) {
  const writers = new Map<string, (amountMinor: bigint) => string>();
  return (currency: string) => {
    const known = writers.get(currency) ?? writeMoney(locale, currency);
    writers.set(currency, known);
    return known;
  };
}

function writeMoney(locale: string, currency: string): (amountMinor: bigint) => string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const { maximumFractionDigits } = format.resolvedOptions();
  return (amountMinor) =>
    format.format(decimal(amountMinor, maximumFractionDigits)).replace('-', '−');
}

function timeElement(date: Date, shown: string): Html {
  const instant = escapeHtml(date.toISOString().replace(/\.\d+Z$/, 'Z'));
  return html`<time datetime="${instant}">${escapeHtml(shown)}</time>`;
}
