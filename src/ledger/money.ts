/** An amount in minor units as an exact decimal, for files and for forms: 1250n is 12.50. */
export function decimal(amountMinor: bigint, fractionDigits = 2): `${number}` {
  const sign = amountMinor < 0n ? '-' : '';
  const digits = String(amountMinor < 0n ? -amountMinor : amountMinor);
  const padded = digits.padStart(fractionDigits + 1, '0');
  const whole = padded.slice(0, padded.length - fractionDigits);
  const fraction = fractionDigits > 0 ? `.${padded.slice(-fractionDigits)}` : '';
  return `${sign}${whole}${fraction}` as `${number}`;
}

/**
 * An amount as somebody typed it (12.50, £12.5, 1,200) in minor units, or undefined where it is not
 * one to the penny: with more digits than the currency has, without a digit, or above 999,999,999.
 */
export function parseDecimal(text: string, fractionDigits = 2): bigint | undefined {
  const [, whole = '', fraction = ''] = DECIMAL.exec(text.trim()) ?? [];
  if (whole === '' || fraction.length > fractionDigits) return undefined;
  const digits = whole.replaceAll(',', '');
  if (digits.length > 9) return undefined;
  return BigInt(digits + fraction.padEnd(fractionDigits, '0'));
}

const DECIMAL = /^[£$€]?\s?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
