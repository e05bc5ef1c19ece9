import type { CannedTextRow } from './rows.ts';

/** Where a canned text goes. */
export type CannedUse = CannedTextRow['use'];

/** How long a text of each use can be, in characters. */
export const LONGEST = {
  'audit-note': 1_000,
  'private-reply': 5_000,
  'public-answer': 5_000,
} as const satisfies Record<CannedUse, number>;

const OPERATOR = { support_number: 'the number to ring', site: 'the community’s name' } as const;

/** What a text of each use may name in {…}, and what that stands for. */
export const VARIABLES = {
  'audit-note': { author: 'who wrote the answer', topic: 'its topic', ...OPERATOR },
  'private-reply': { name: 'the member', me: 'you', subject: 'what it is about', ...OPERATOR },
  'public-answer': { name: 'who asked', me: 'you', topic: 'the topic', ...OPERATOR },
} as const satisfies Record<CannedUse, Record<string, string>>;

/** What the variables of a text of that use stand for in one post. */
export type CannedValues<Use extends CannedUse> = Readonly<
  Record<keyof (typeof VARIABLES)[Use], string>
>;

/** A text as it is sent; what is in braces and no variable of its use stays as it is. */
export const fill = <Use extends CannedUse>(body: string, values: CannedValues<Use>): string =>
  body.replaceAll(NAMED, (typed, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof typeof values] : typed,
  );

/** What a text names in {…} that stands for nothing in that use. */
export const unknownVariables = (body: string, use: CannedUse): string[] =>
  [...body.matchAll(NAMED)]
    .filter(([, name = '']) => !Object.hasOwn(VARIABLES[use], name))
    .map(([typed]) => typed);

const NAMED = /\{([a-z_]+)\}/g;
