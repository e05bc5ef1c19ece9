import type { CountryCode } from 'libphonenumber-js/max';

import { findAddresses } from './find-addresses.ts';
import { findCodes } from './find-codes.ts';
import { findDeviceNumbers } from './find-device-numbers.ts';
import { findEmails } from './find-emails.ts';
import { findPhones } from './find-phones.ts';
import { readableOf, type Readable } from './readable.ts';

/** What can tell strangers who somebody is, or let them act in that person's name. */
export type PersonalKind =
  'phone' | 'email' | 'imei' | 'iccid' | 'puk' | 'pac' | 'card' | 'address';

/** Something personal in a text: from `start` up to `end`, and what to show in its place. */
export type Finding = { kind: PersonalKind; start: number; end: number; mask: string };

/** Whose customers write. */
export type Surroundings = {
  /** ISO 3166: how numbers without a country code are read. Post codes are known for GB alone. */
  country: CountryCode;
  /** The operator's own public numbers, in any spelling: they are nobody's secret. */
  own: readonly string[];
};

/**
 * What is personal in a text of Markdown, in the order of the text and without overlaps.
 *
 * Time grows with the length of the text, whatever it says. A number inside a web address is left
 * alone, or links would break, unless the address is made to ring somebody up.
 */
export function findPersonalData(text: string, { country, own }: Surroundings): Finding[] {
  const readable = readableOf(text);
  const detectors: readonly (() => Found[])[] = [
    () => findEmails(readable),
    () => findDeviceNumbers(readable),
    () => findCodes(readable),
    () => (country === 'GB' ? findAddresses(readable) : []),
    () => findPhones(readable, { country, own }),
  ];
  const found = detectors.reduce<Found[]>((all, detect) => [...all, ...notIn(all, detect())], []);
  return found.sort((one, two) => one.start - two.start).map((each) => inSource(readable, each));
}

/** The text with a mask in the place of each finding. */
export function masked(text: string, findings: readonly Finding[]): string {
  let end = 0;
  const pieces = findings.map((finding) => {
    const before = text.slice(end, finding.start);
    end = finding.end;
    return before + finding.mask;
  });
  return pieces.join('') + text.slice(end);
}

/** A finding whose places are those of the readable text. */
export type Found = Finding;

/** What was found first keeps its place: e-mail addresses before the numbers in them. */
function notIn(known: readonly Found[], more: readonly Found[]): Found[] {
  const taken = [...known].sort((one, two) => one.start - two.start);
  let next = 0;
  return more.filter(({ start, end }) => {
    while ((taken[next]?.end ?? Infinity) <= start) next += 1;
    return (taken[next]?.start ?? Infinity) >= end;
  });
}

const inSource = ({ startOf, endOf }: Readable, found: Found): Finding => ({
  ...found,
  start: startOf(found.start),
  end: endOf(found.end),
});
