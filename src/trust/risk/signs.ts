/** A sign and what it weighs, with what it means in words for whoever decides. */
type Sign = { points: number; text: string };

/**
 * The signs of a single acceptance. From 50 points on a person looks at it, so none but a shared
 * number and an earlier ring is enough alone: people are quick, and families share a computer.
 */
export const ACCEPTANCE_SIGNS = {
  'shared-number': { points: 60, text: 'Both have verified the same phone number' },
  'earlier-ring': { points: 50, text: 'Both were in a case of fraud that was confirmed' },
  'near-copy': { points: 35, text: 'The answer repeats an earlier one by somebody else' },
  'shared-device': { points: 35, text: 'Both have used the same device' },
  hasty: { points: 20, text: 'Accepted within an hour of the question' },
  burst: { points: 20, text: 'The fourth or more between the two within a day' },
  edited: { points: 20, text: 'The answer was changed after it was accepted' },
  concentrated: { points: 15, text: 'Half or more of what the author earns is from this asker' },
} as const satisfies Record<string, Sign>;

/**
 * The signs of members together. 80 points make a case. A circle alone is half of that: friends
 * answer each other too. Measured on planted communities, see the README.
 */
export const RING_SIGNS = {
  'shared-number': { points: 60, text: 'Some of them have verified the same phone number' },
  circle: { points: 40, text: 'Each accepts another’s answers, in a circle' },
  hasty: { points: 40, text: 'Most were accepted within an hour of the question' },
  'shared-device': {
    points: 40,
    text: 'Some who accept each other’s answers have used the same device',
  },
  burst: { points: 20, text: 'Six or more were accepted within a week' },
  'near-copy': { points: 20, text: 'A quarter or more of the answers repeat somebody else’s' },
  concentrated: {
    points: 15,
    text: 'One of them has half or more of their accepted answers from another',
  },
  mutual: { points: 10, text: 'Two of them accept each other’s answers' },
  edited: { points: 10, text: 'A quarter or more were changed after they were accepted' },
} as const satisfies Record<string, Sign>;

export type AcceptanceSign = keyof typeof ACCEPTANCE_SIGNS;
export type RingSign = keyof typeof RING_SIGNS;

/** What is found of something, added up and no more than 100; the weightiest signs first. */
export type Score<Name extends string> = { score: number; reasons: Name[] };

/** From how many points on a person looks at a single acceptance. */
export const FLAGGED = 50;

/** From how many points on members have a case. */
export const SUSPECTED = 80;

export const scoreAcceptance = (found: Readonly<Record<AcceptanceSign, boolean>>) =>
  add(ACCEPTANCE_SIGNS, found);

export const scoreRing = (found: Readonly<Record<RingSign, boolean>>) => add(RING_SIGNS, found);

function add<Name extends string>(
  signs: Readonly<Record<Name, Sign>>,
  found: Readonly<Record<Name, boolean>>,
): Score<Name> {
  const reasons = (Object.keys(signs) as Name[]).filter((name) => found[name]);
  reasons.sort((one, other) => signs[other].points - signs[one].points);
  const points = reasons.reduce((sum, name) => sum + signs[name].points, 0);
  return { score: Math.min(100, points), reasons };
}
