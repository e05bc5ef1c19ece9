/** What a text may name in {{…}}; the page puts in what is true when it is drawn. */
export const VARIABLES = {
  site: 'the community’s name',
  support: 'the number to ring',
  hours: 'when somebody takes calls',
  accepted_answer: 'what an accepted answer earns',
  hold_days: 'days until an unchecked reward is released',
  pair_limit: 'paid acceptances between the same two people',
  pair_days: 'days in which these are counted',
  monthly_cap: 'the most that a member can earn in a month',
  payout_minimum: 'the least that is paid out',
  newcomer_share: 'Newcomers’ paid answers that are checked, in percent',
  helper_share: 'the same for Helpers',
  guide_share: 'the same for Guides',
  steward_share: 'the same for Stewards',
} as const;

export type Variable = keyof typeof VARIABLES;

export type VariableValues = Readonly<Record<Variable, string>>;

/** Markup with every variable replaced; values must be markup already. */
export const fillVariables = (html: string, values: VariableValues): string =>
  html.replaceAll(NAMED, (whole, name: string) => (isKnown(name) ? values[name] : whole));

/** What a text names in {{…}} that nothing could be put in for. */
export const unknownVariables = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(NAMED)].filter(([, name = '']) => !isKnown(name)).map(([whole]) => whole),
  ),
];

const NAMED = /\{\{\s*(\w+)\s*\}\}/g;

const isKnown = (name: string): name is Variable => Object.hasOwn(VARIABLES, name);
