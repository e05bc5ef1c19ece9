import type { Random } from './random.ts';

/** What became of one question: members by their number in the community, from 1. */
export type Happened = {
  asker: number;
  author: number;
  /** Minutes since the community began. */
  asked: number;
  answered: number;
  accepted: number;
};

/** How long a generated community has been there, in days. */
export const DAYS = 300;

const HOUR = 60;

/**
 * An honest question: anybody asks, and a few of the tenth who are experts answer most, by a power
 * law. A quarter is accepted within the hour, for good answers are quick.
 */
export function honest(random: Random, members: number): Happened {
  const experts = Math.max(2, Math.ceil(members / 10));
  const asker = 1 + random.below(members);
  const drawn = 1 + Math.floor(experts * random.next() ** 3);
  const author = drawn === asker ? 1 + (drawn % experts) : drawn;
  return between(random, asker, author, random.chance(0.25));
}

/** Somebody accepts somebody's answer at any time: within the hour, or up to two days later. */
export function between(
  random: Random,
  asker: number,
  author: number,
  quick: boolean,
  { from = 0, days = DAYS - 3 } = {},
): Happened {
  const asked = (from + random.next() * days) * 24 * HOUR;
  const answered = asked + (quick ? 2 + random.next() * 20 : random.next() * 6 * HOUR);
  const accepted = quick
    ? answered + 2 + random.next() * 30
    : Math.max(answered + 5, asked + 61 + random.next() ** 2 * 48 * HOUR);
  return { asker, author, asked, answered, accepted };
}
