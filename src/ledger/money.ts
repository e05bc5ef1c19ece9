/** An amount in minor units as an exact decimal, for files and for forms: 1250n is 12.50. */
export function decimal(amountMinor: bigint, fractionDigits = 2): `${number}` {
  const sign = amountMinor < 0n ? '-' : '';
  const digits = String(amountMinor < 0n ? -amountMinor : amountMinor);
  const padded = digits.padStart(fractionDigits + 1, '0');
  const whole = padded.slice(0, padded.length - fractionDigits);
  const fraction = fractionDigits > 0 ? `.${padded.slice(-fractionDigits)}` : '';
  return `${sign}${whole}${fraction}` as `${number}`;
}
